package dev.trunkline.acd;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The numbers that callers dial.
 *
 * @param regions of each number
 * @param firsts the first number of each queue
 * @param owners the queue of each number
 * @param gone numbers that were ours
 */
record QueueNumbers(
        Map<String, String> regions, Map<String, String> firsts, Map<String, String> owners, Set<String> gone) {
    static final QueueNumbers NONE = new QueueNumbers(Map.of(), Map.of(), Map.of(), Set.of());

    /** Those that were ours come without a queue. */
    static final String QUERY = """
            select d.number, d.region, q.name from did d join queue q on q.id = d.queue_id
            union all
            select g.number, null, null from did_gone g where not exists (select from did d where d.number = g.number)
            order by number""";

    static QueueNumbers read(RowSet<Row> rows) {
        QueueNumbers found = new QueueNumbers(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashSet<>());
        rows.forEach(row -> {
            String number = row.getString("number");
            String queue = row.getString("name");
            if (queue == null) {
                found.gone.add(number);
            } else {
                found.regions.put(number, row.getString("region"));
                found.firsts.putIfAbsent(queue, number);
                found.owners.put(number, queue);
            }
        });
        return found;
    }

    /** The queue that each number leads to, empty for one that is ours no more. */
    Map<String, Optional<String>> leading() {
        Map<String, Optional<String>> leading = new HashMap<>();
        owners.forEach((number, queue) -> leading.put(number, Optional.of(queue)));
        gone.forEach(number -> leading.put(number, Optional.empty()));
        return leading;
    }
}
