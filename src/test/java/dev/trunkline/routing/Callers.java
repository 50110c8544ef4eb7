package dev.trunkline.routing;

import dev.trunkline.routing.RoutingCondition.Kind;
import dev.trunkline.service.Ticket;
import dev.trunkline.shared.phone.PhoneIdentity;
import dev.trunkline.shared.phone.PhoneNumbers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Callers and rules for tests of the pure core. */
final class Callers {
    static final String DID = "4008001000";
    static final ZoneId HOUSE = ZoneId.of("Asia/Shanghai");

    /** A Monday, 17:05 in the house. */
    static final Instant MONDAY = Instant.parse("2026-11-23T09:05:00Z");

    private static final PhoneNumbers NUMBERS = new PhoneNumbers("CN");

    private Callers() {}

    static Caller stranger() {
        return calling("13800138000", false);
    }

    static Caller withheld() {
        return calling(null, false);
    }

    static Caller blocked() {
        return calling("13800138000", true);
    }

    static Caller customer(boolean vip, String owner, Set<String> tags, Ticket.Type... tickets) {
        Caller stranger = stranger();
        return new Caller(
                stranger.number(),
                false,
                List.of(new Caller.Known(UUID.randomUUID(), "Somebody", vip, tags, owner, Set.of(tickets))),
                DID,
                "support",
                null,
                null,
                MONDAY);
    }

    static Caller vip() {
        return customer(true, null, Set.of());
    }

    static Caller at(Instant time) {
        return new Caller(stranger().number(), false, List.of(), DID, "support", null, null, time);
    }

    private static Caller calling(String number, boolean blocked) {
        PhoneIdentity read = NUMBERS.normalise(number, "CN");
        return new Caller(read, blocked, List.of(), DID, "support", null, null, MONDAY);
    }

    static RoutingCondition asks(Kind kind, String... values) {
        return new RoutingCondition(kind, false, List.of(values), List.of(), null, null, null);
    }

    static RoutingCondition not(RoutingCondition of) {
        return new RoutingCondition(of.kind(), true, of.values(), of.days(), of.from(), of.to(), of.zone());
    }

    static RoutingCondition hours(String from, String to, Weekday... days) {
        return new RoutingCondition(Kind.HOURS, false, List.of(), List.of(days), from, to, null);
    }

    static Rule rule(String name, Action action, boolean last, RoutingCondition... conditions) {
        return new Rule(
                UUID.randomUUID(),
                name,
                List.of(conditions).stream()
                        .map(one -> Condition.of(one, HOUSE))
                        .toList(),
                action,
                last);
    }

    static Action to(String queue) {
        return new Action.Send(queue, null);
    }

    static Action first(int priority) {
        return new Action.Send(null, priority);
    }

    static Action refuse() {
        return new Action.Refuse(Refusal.REJECTED);
    }
}
