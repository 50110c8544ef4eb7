package dev.trunkline.routing;

import dev.trunkline.service.Ticket;
import dev.trunkline.shared.json.Words;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a rule asks of a caller. Pure, and never throws whatever a caller sends. */
sealed interface Condition {
    boolean holds(Caller caller);

    /** What of the caller makes it hold, such as the tag; empty where the condition says all by itself. */
    default Optional<String> because(Caller caller) {
        return Optional.empty();
    }

    /** The number is on the block list. */
    record Blocked() implements Condition {
        @Override
        public boolean holds(Caller caller) {
            return caller.blocked();
        }
    }

    /** No number is shown, or none that could be one. */
    record Withheld() implements Condition {
        @Override
        public boolean holds(Caller caller) {
            return switch (caller.number().kind()) {
                case WITHHELD, INVALID -> true;
                case E164, SHORT -> false;
            };
        }
    }

    /** The number is shown and no customer's. */
    record Unknown() implements Condition {
        @Override
        public boolean holds(Caller caller) {
            return caller.number().key() != null && caller.customers().isEmpty();
        }
    }

    /** A customer who is a VIP. */
    record Vip() implements Condition {
        @Override
        public boolean holds(Caller caller) {
            return caller.customers().stream().anyMatch(Caller.Known::vip);
        }
    }

    /** A customer who is somebody's. */
    record Owned() implements Condition {
        @Override
        public boolean holds(Caller caller) {
            return because(caller).isPresent();
        }

        @Override
        public Optional<String> because(Caller caller) {
            return caller.customers().stream()
                    .flatMap(customer -> Optional.ofNullable(customer.ownerName()).stream())
                    .findFirst();
        }
    }

    /** A customer with one of the tags. */
    record Tagged(Set<String> tags) implements Condition {
        public Tagged {
            tags = Set.copyOf(tags);
        }

        @Override
        public boolean holds(Caller caller) {
            return because(caller).isPresent();
        }

        @Override
        public Optional<String> because(Caller caller) {
            return caller.customers().stream()
                    .flatMap(customer -> customer.tags().stream())
                    .filter(tags::contains)
                    .sorted()
                    .findFirst();
        }
    }

    /** A customer with an open ticket of one of the types; of any where none is named. */
    record HasTicket(Set<Ticket.Type> types) implements Condition {
        public HasTicket {
            types = Set.copyOf(types);
        }

        @Override
        public boolean holds(Caller caller) {
            return because(caller).isPresent();
        }

        @Override
        public Optional<String> because(Caller caller) {
            return caller.openTickets().stream()
                    .filter(type -> types.isEmpty() || types.contains(type))
                    .map(Words::of)
                    .findFirst();
        }
    }

    /** One of these numbers of ours was dialled. */
    record Dialled(Set<String> dids) implements Condition {
        public Dialled {
            dids = Set.copyOf(dids);
        }

        @Override
        public boolean holds(Caller caller) {
            return dids.contains(caller.did());
        }

        @Override
        public Optional<String> because(Caller caller) {
            return Optional.of(caller.did());
        }
    }

    /** The number that was dialled leads to one of these queues. */
    record Bound(Set<String> queues) implements Condition {
        public Bound {
            queues = Set.copyOf(queues);
        }

        @Override
        public boolean holds(Caller caller) {
            return caller.usualQueue() != null && queues.contains(caller.usualQueue());
        }

        @Override
        public Optional<String> because(Caller caller) {
            return Optional.ofNullable(caller.usualQueue());
        }
    }

    /** It is one of these times of the week. */
    record Within(WeekHours hours) implements Condition {
        @Override
        public boolean holds(Caller caller) {
            return hours.contains(caller.at());
        }

        @Override
        public Optional<String> because(Caller caller) {
            return Optional.of(hours.local(caller.at()));
        }
    }

    /** The other condition does not hold. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Caller caller) {
            return !condition.holds(caller);
        }

        @Override
        public Optional<String> because(Caller caller) {
            return condition instanceof Within ? condition.because(caller) : Optional.empty();
        }
    }

    /** The condition that people wrote. */
    static Condition of(RoutingCondition written, ZoneId house) {
        Condition plain = switch (written.kind()) {
            case BLOCKED -> new Blocked();
            case WITHHELD -> new Withheld();
            case UNKNOWN -> new Unknown();
            case VIP -> new Vip();
            case OWNED -> new Owned();
            case TAG -> new Tagged(Set.copyOf(written.values()));
            case TICKET ->
                new HasTicket(written.values().stream()
                        .map(word -> Words.parse(Ticket.Type.class, word, "values"))
                        .collect(Collectors.toSet()));
            case DID -> new Dialled(Set.copyOf(written.values()));
            case QUEUE -> new Bound(Set.copyOf(written.values()));
            case HOURS -> new Within(WeekHours.of(written, house));
        };
        return written.negated() ? new Not(plain) : plain;
    }
}
