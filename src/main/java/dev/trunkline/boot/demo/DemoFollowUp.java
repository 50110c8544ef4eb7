package dev.trunkline.boot.demo;

import static dev.trunkline.boot.demo.Batch.utc;

import dev.trunkline.shared.Ids;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A follow-up of the demo as it comes to be what is written in the end. */
final class DemoFollowUp {
    private final String kind;
    private final Instant createdAt;
    private final Instant dueAt;
    private final @Nullable Colleague owner;
    private final @Nullable String phone;
    private final @Nullable String note;
    private final boolean automatic;
    private @Nullable DemoCustomer customer;
    private @Nullable PastCall call;
    private long version;
    private int attempts;
    private Instant updatedAt;
    private @Nullable Instant lastAttemptAt;
    private String status = "open";
    private @Nullable String closedBy;
    private @Nullable Instant closedAt;

    private DemoFollowUp(
            String kind,
            Instant createdAt,
            Instant dueAt,
            @Nullable Colleague owner,
            @Nullable String phone,
            @Nullable String note,
            boolean automatic) {
        this.kind = kind;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.dueAt = dueAt;
        this.owner = owner;
        this.phone = phone;
        this.note = note;
        this.automatic = automatic;
    }

    /** What a missed call leaves. */
    static DemoFollowUp callback(String phone, PastCall call, int dueMinutes) {
        DemoFollowUp made = new DemoFollowUp(
                "callback",
                call.endedAt().plusMillis(200),
                call.endedAt().plus(Duration.ofMinutes(dueMinutes)),
                null,
                phone,
                null,
                true);
        made.missed(call);
        return made;
    }

    /** What somebody promised, after a call or without one. */
    static DemoFollowUp promise(
            String kind,
            Instant at,
            Instant dueAt,
            Colleague owner,
            @Nullable DemoCustomer customer,
            @Nullable PastCall call,
            @Nullable String note) {
        String calling = call == null ? null : call.key();
        String phone = calling != null || customer == null ? calling : first(customer);
        DemoFollowUp made = new DemoFollowUp(kind, at, dueAt, owner, phone, note, false);
        made.customer = customer;
        made.call = call;
        return made;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    /** The caller tried again. */
    void again(PastCall later) {
        missed(later);
        version++;
        updatedAt = later.endedAt().plusMillis(200);
    }

    void close(String as, String by, Instant at) {
        status = as;
        closedBy = by;
        closedAt = at;
        updatedAt = at;
        version++;
    }

    Tuple row() {
        return Batch.row(
                Ids.next(),
                version,
                utc(createdAt),
                utc(updatedAt),
                owner == null ? null : owner.id(),
                owner == null ? null : owner.teamId(),
                kind,
                status,
                utc(dueAt),
                customer == null ? null : customer.id(),
                call == null ? null : call.call().id(),
                phone,
                call == null ? null : call.call().queue(),
                attempts,
                utc(lastAttemptAt),
                note,
                closedBy,
                utc(closedAt),
                automatic);
    }

    private void missed(PastCall missed) {
        call = missed;
        customer = customer == null ? missed.customer() : customer;
        attempts++;
        lastAttemptAt = missed.endedAt();
    }

    private static @Nullable String first(DemoCustomer customer) {
        return customer.lines().findFirst().map(DemoCustomer.Line::e164).orElse(null);
    }
}
