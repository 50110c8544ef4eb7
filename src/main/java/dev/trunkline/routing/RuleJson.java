package dev.trunkline.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.shared.json.Words;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rules and reasons as they are kept. */
@Singleton
class RuleJson {
    private static final TypeReference<List<RoutingCondition>> CONDITIONS = new TypeReference<>() {};
    private static final TypeReference<List<RouteReason>> REASONS = new TypeReference<>() {};

    private final ObjectMapper json;
    private final HouseTime time;

    RuleJson(ObjectMapper json, HouseTime time) {
        this.json = json;
        this.time = time;
    }

    List<RoutingCondition> conditions(RoutingRule rule) {
        return read(rule.conditions, CONDITIONS);
    }

    List<RouteReason> reasons(String kept) {
        return read(kept, REASONS);
    }

    static @Nullable Refusal refusal(@Nullable String word) {
        return word == null ? null : Words.parse(Refusal.class, word, "refuse");
    }

    /** The rule as callers are held against it. */
    Rule rule(RoutingRule rule) {
        return rule(rule.id(), rule.name, rule.conditions, action(rule.refuse, rule.queue, rule.priority), rule.last);
    }

    /** The same from a row of {@code routing_rule}. */
    Rule rule(Row row) {
        return rule(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("conditions"),
                action(row.getString("refuse"), row.getString("queue"), row.getInteger("priority")),
                row.getBoolean("last"));
    }

    private Rule rule(UUID id, String name, String conditions, Action action, boolean last) {
        return new Rule(
                id,
                name,
                read(conditions, CONDITIONS).stream()
                        .map(written -> Condition.of(written, time.zone()))
                        .toList(),
                action,
                last);
    }

    private static Action action(@Nullable String refuse, @Nullable String queue, @Nullable Integer priority) {
        Refusal refusal = refusal(refuse);
        return refusal == null ? new Action.Send(queue, priority) : new Action.Refuse(refusal);
    }

    String write(List<?> value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A part of a rule has no JSON form", e);
        }
    }

    private <T> T read(String kept, TypeReference<T> type) {
        try {
            return json.readValue(kept, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A part of a rule was kept in another form", e);
        }
    }
}
