package dev.trunkline.service;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.trunkline.service.FollowUp.ClosedBy;
import dev.trunkline.service.FollowUp.Status;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.crud.Change;
import dev.trunkline.shared.crud.Crud;
import dev.trunkline.shared.crud.CrudKit;
import dev.trunkline.shared.crud.CrudSpec;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.phone.PhoneNumbers;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Making, seeing and changing follow-ups. */
@Singleton
class FollowUps extends Crud<FollowUp, FollowUpInput, FollowUpView> {
    static final String KIND = "follow-up";

    private final Names names;
    private final ServiceEvents events;
    private final PhoneNumbers phones;
    private final Clock clock;

    FollowUps(CrudKit kit, Names names, ServiceEvents events, PhoneNumbers phones, Clock clock) {
        super(
                kit,
                CrudSpec.of(
                                FollowUp.class,
                                FollowUpInput.class,
                                KIND,
                                Permission.FOLLOW_UPS_READ,
                                Permission.FOLLOW_UPS_WRITE)
                        .orderedBy(CrudSpec.<FollowUp>byId()
                                .by("dueAt", "e.dueAt", Instant.class, followUp -> followUp.dueAt)
                                .by("createdAt", "e.createdAt", Instant.class, FollowUp::createdAt)
                                .by("updatedAt", "e.updatedAt", Instant.class, FollowUp::updatedAt)));
        this.names = names;
        this.events = events;
        this.phones = phones;
        this.clock = clock;
    }

    @Override
    protected FollowUp fresh(Reader reader) {
        FollowUp followUp = FollowUp.fresh();
        followUp.ownedBy(reader.userId());
        followUp.ofTeam(reader.teamId());
        return followUp;
    }

    @Override
    protected FollowUpInput input(FollowUp followUp) {
        return new FollowUpInput(
                Words.parse(FollowUp.Kind.class, followUp.kind, "kind"),
                Words.parse(Status.class, followUp.status, "status"),
                followUp.dueAt,
                followUp.ownerId(),
                followUp.customerId,
                followUp.callId,
                followUp.phone,
                followUp.queue,
                followUp.note);
    }

    @Override
    protected Uni<Void> apply(Mutiny.Session session, Reader reader, FollowUp followUp, FollowUpInput input) {
        boolean fresh = followUp.status.isEmpty();
        if (fresh
                && input.kind() == FollowUp.Kind.CALLBACK
                && input.customerId() == null
                && (input.phone() == null || input.phone().isBlank())) {
            throw Problem.invalid("phone", "required", "a callback needs a number or a customer");
        }
        followUp.kind = Words.of(requireNonNull(input.kind()));
        followUp.dueAt = requireNonNull(input.dueAt());
        followUp.customerId = input.customerId();
        followUp.callId = input.callId();
        followUp.queue = input.queue();
        followUp.note = input.note();
        phone(followUp, input.phone());
        if (!fresh || input.assignee() != null) {
            followUp.ownedBy(input.assignee());
        }
        status(followUp, requireNonNullElse(input.status(), Status.OPEN));
        return Uni.createFrom().voidItem();
    }

    /** An automatic follow-up belongs to its caller's number; with another it would be merged with the wrong calls. */
    private void phone(FollowUp followUp, @Nullable String raw) {
        if (raw != null && raw.equals(followUp.phone)) {
            return;
        }
        if (followUp.automatic) {
            throw Problem.invalid("phone", "fixed", "the number of a missed call cannot be changed");
        }
        if (raw == null || raw.isBlank()) {
            followUp.phone = null;
            return;
        }
        String key = phones.normalise(raw).key();
        if (key == null) {
            throw Problem.invalid("phone", "not-a-number", "is not a telephone number");
        }
        followUp.phone = key;
    }

    private void status(FollowUp followUp, Status status) {
        String word = Words.of(status);
        if (word.equals(followUp.status)) {
            return;
        }
        followUp.status = word;
        boolean open = status == Status.OPEN;
        followUp.closedBy = open ? null : Words.of(ClosedBy.PERSON);
        followUp.closedAt = open ? null : clock.instant();
    }

    @Override
    protected Uni<List<FollowUpView>> views(Mutiny.Session session, List<FollowUp> followUps) {
        return names.of(
                        followUps.stream().map(followUp -> followUp.customerId).toList(),
                        followUps.stream().map(FollowUp::ownerId).toList())
                .map(known -> followUps.stream()
                        .map(followUp -> view(followUp, known))
                        .toList());
    }

    @Override
    protected void search(Where where, String text) {
        String like = "%" + Names.escaped(text.toLowerCase(Locale.ROOT)) + "%";
        where.add("lower(e.note) like ? escape '!' or e.phone like ? escape '!'", like, like);
    }

    @Override
    protected Uni<Void> changed(Mutiny.Session session, Reader reader, FollowUp followUp, Change change) {
        return views(session, List.of(followUp))
                .flatMap(views -> events.add(session, KIND, change, followUp.id(), views.getFirst()));
    }

    private static FollowUpView view(FollowUp followUp, Names.Known known) {
        String closedBy = followUp.closedBy;
        return new FollowUpView(
                followUp.id(),
                Words.parse(FollowUp.Kind.class, followUp.kind, "kind"),
                Words.parse(Status.class, followUp.status, "status"),
                followUp.dueAt,
                followUp.ownerId(),
                followUp.ownerId(),
                known.user(followUp.ownerId()),
                followUp.customerId,
                known.customer(followUp.customerId),
                followUp.callId,
                followUp.phone,
                followUp.queue,
                followUp.attempts,
                followUp.lastAttemptAt,
                followUp.note,
                closedBy == null ? null : Words.parse(ClosedBy.class, closedBy, "closedBy"),
                followUp.closedAt,
                followUp.createdAt(),
                followUp.updatedAt(),
                followUp.version());
    }
}
