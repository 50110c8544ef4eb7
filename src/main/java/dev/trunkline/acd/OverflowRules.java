package dev.trunkline.acd;

import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.phone.Dialling;
import dev.trunkline.shared.phone.PhoneIdentity;
import dev.trunkline.shared.phone.PhoneNumbers;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.FlushMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Where callers who have waited long enough may go: to one place only, to a queue that there is, never round to where they
 * came from, and to no number that who sets it may not dial.
 */
@Singleton
class OverflowRules {
    private static final String FIELD_QUEUE = "overflowQueue";
    private static final String FIELD_NUMBER = "overflowNumber";

    /** One change at a time, so that two made at once close no ring; they are few and quick. */
    private static final String TURN =
            "select count(*) from (select pg_advisory_xact_lock(hashtext('queue-overflow'))) turn";

    private final PhoneNumbers numbers;
    private final Dialling dialling;

    OverflowRules(PhoneNumbers numbers, Dialling dialling) {
        this.numbers = numbers;
        this.dialling = dialling;
    }

    /**
     * The number in the form it is dialled in.
     *
     * @throws Problem 422 for what is no number of the public network, or one that the reader may not dial
     */
    String number(Reader who, String text) {
        PhoneIdentity number = numbers.normalise(text);
        String e164 = number.e164();
        if (e164 == null || number.extension() != null) {
            throw Problem.invalid(FIELD_NUMBER, "not-a-number", "is no telephone number of the public network");
        }
        Permission needed = switch (dialling.reach(e164)) {
            case HOME -> Permission.DIAL;
            case ABROAD -> Permission.DIAL_ABROAD;
            case PREMIUM -> Permission.DIAL_PREMIUM;
        };
        if (!who.may(needed)) {
            throw Problem.invalid(FIELD_NUMBER, "class-of-service", "is a number that you may not dial yourself");
        }
        return e164;
    }

    /** Refuses a queue that there is not, or from which callers would come back. */
    static Uni<Void> require(Mutiny.Session session, String from, String to) {
        // Nothing of the change is written before it is allowed.
        return session.createNativeQuery(TURN, Long.class)
                .setFlushMode(FlushMode.MANUAL)
                .getSingleResult()
                .chain(() -> session.createSelectionQuery("select e.name, e.overflowQueue from Queue e", Object[].class)
                        .setFlushMode(FlushMode.MANUAL)
                        .getResultList())
                .invoke(rows -> {
                    Map<String, @Nullable String> onward = new HashMap<>();
                    rows.forEach(row -> onward.put((String) row[0], (String) row[1]));
                    check(onward, from, to);
                })
                .replaceWithVoid();
    }

    private static void check(Map<String, @Nullable String> onward, String from, String to) {
        if (to.equals(from)) {
            throw Problem.invalid(FIELD_QUEUE, "same", "is the queue itself");
        }
        if (!onward.containsKey(to)) {
            throw Problem.invalid(FIELD_QUEUE, "unknown-queue", "is no queue");
        }
        ring(onward, from, to).ifPresent(ring -> {
            throw Problem.invalid(FIELD_QUEUE, "ring", "callers would come back: " + String.join(", ", ring));
        });
    }

    /**
     * The way round, when callers of {@code from} who go to {@code to} would come back.
     *
     * @param onward where each queue's callers go now, null for nowhere
     */
    static Optional<List<String>> ring(Map<String, @Nullable String> onward, String from, String to) {
        List<String> way = new ArrayList<>(List.of(from));
        String next = to;
        while (next != null && !way.contains(next)) {
            way.add(next);
            next = onward.get(next);
        }
        if (from.equals(next)) {
            way.add(from);
            return Optional.of(way);
        }
        return Optional.empty();
    }
}
