package dev.trunkline.acd;

import dev.trunkline.call.QueueDefinition;
import dev.trunkline.call.QueueDefinition.Overflow;
import dev.trunkline.call.QueueDefinition.Strategy;
import dev.trunkline.shared.json.Words;
import io.vertx.mutiny.sqlclient.Row;

/** How a queue works, as a row of it says. */
final class DefinitionRow {
    private DefinitionRow() {}

    static QueueDefinition read(Row row) {
        return new QueueDefinition(
                row.getString("name"),
                Words.parse(Strategy.class, row.getString("strategy"), "strategy"),
                row.getInteger("ring_seconds"),
                row.getInteger("pause_seconds"),
                row.getInteger("max_waiting"),
                row.getInteger("weight"),
                row.getInteger("announce_seconds"),
                row.getInteger("longest_wait_seconds"),
                overflow(row));
    }

    private static Overflow overflow(Row row) {
        String queue = row.getString("overflow_queue");
        if (queue != null) {
            return new Overflow.ToQueue(queue);
        }
        String number = row.getString("overflow_number");
        return number == null ? new Overflow.Nowhere() : new Overflow.ToNumber(number);
    }
}
