package dev.trunkline.customer;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.identity.Users;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.crud.Change;
import dev.trunkline.shared.crud.Crud;
import dev.trunkline.shared.crud.CrudKit;
import dev.trunkline.shared.crud.CrudSpec;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What colleagues note about customers. Who sees a customer sees all of its notes; a note is changed and deleted by who wrote
 * it, and by administrators.
 */
@Singleton
class CustomerNotes extends Crud<CustomerNote, CustomerNoteInput, CustomerNoteView> {
    static final String KIND = "customer-note";
    private static final ScopeRule AUTHORS = new ScopeRule("e.authorId = {user}", "e.authorId = {user}");

    private final CustomerDirectory customers;
    private final CustomerEvents events;
    private final Users users;

    CustomerNotes(CrudKit kit, CustomerDirectory customers, CustomerEvents events, Users users) {
        super(
                kit,
                CrudSpec.of(
                                CustomerNote.class,
                                CustomerNoteInput.class,
                                KIND,
                                Permission.CUSTOMER_NOTES_READ,
                                Permission.CUSTOMER_NOTES_WRITE)
                        .orderedBy(CrudSpec.<CustomerNote>byId()
                                .by("-createdAt", "e.createdAt", Instant.class, CustomerNote::createdAt)
                                .by("updatedAt", "e.updatedAt", Instant.class, CustomerNote::updatedAt))
                        .scopedBy(AUTHORS));
        this.customers = customers;
        this.events = events;
        this.users = users;
    }

    /** A page of a customer's notes; fails with 404 for a customer that the reader does not see, as all that follows. */
    Uni<Page<CustomerNoteView>> of(Reader reader, UUID customer, ListQuery query, @Nullable Boolean pinned) {
        return customers
                .requireVisible(reader, customer)
                .chain(() -> list(
                        reader,
                        query,
                        where -> where.add("e.customerId = ?", customer).addIf(pinned, "e.pinned = ?")));
    }

    Uni<CustomerNoteView> one(Reader reader, UUID customer, UUID note) {
        return customers
                .requireVisible(reader, customer)
                .chain(() -> get(reader, note))
                .invoke(found -> {
                    if (!found.customerId().equals(customer)) {
                        throw Problem.notFound(KIND, note);
                    }
                });
    }

    Uni<CustomerNoteView> write(Reader reader, UUID customer, @Nullable CustomerNoteInput input) {
        return customers
                .requireVisible(reader, customer)
                .chain(() -> create(reader, input == null ? null : input.of(customer)));
    }

    Uni<CustomerNoteView> rewrite(
            Reader reader, UUID customer, UUID note, @Nullable String ifMatch, @Nullable ObjectNode patch) {
        return one(reader, customer, note).chain(() -> patch(reader, note, ifMatch, patch));
    }

    Uni<Void> erase(Reader reader, UUID customer, UUID note, @Nullable String ifMatch) {
        return one(reader, customer, note).chain(() -> delete(reader, note, ifMatch));
    }

    @Override
    protected CustomerNote fresh(Reader reader) {
        return new CustomerNote(reader.userId());
    }

    @Override
    protected CustomerNoteInput input(CustomerNote note) {
        return new CustomerNoteInput(note.body, note.pinned, note.callId, note.customerId);
    }

    @Override
    protected Uni<Void> apply(Mutiny.Session session, Reader reader, CustomerNote note, CustomerNoteInput input) {
        if (note.customerId == null) {
            note.customerId = requireNonNull(input.customerId());
            note.callId = input.callId();
        }
        note.body = requireNonNull(input.body()).strip();
        note.pinned = Boolean.TRUE.equals(input.pinned());
        return Uni.createFrom().voidItem();
    }

    @Override
    protected void search(Where where, String text) {
        where.add("lower(e.body) like ? escape '!'", Where.containing(text.toLowerCase(Locale.ROOT)));
    }

    @Override
    protected Uni<Void> changed(Mutiny.Session session, Reader reader, CustomerNote note, Change change) {
        return events.add(session, "noted", customer(note));
    }

    @Override
    protected Uni<List<CustomerNoteView>> views(Mutiny.Session session, List<CustomerNote> notes) {
        List<UUID> authors =
                notes.stream().map(note -> note.authorId).distinct().collect(Collectors.toList());
        return users.names(authors)
                .map(names -> notes.stream().map(note -> view(note, names)).toList());
    }

    private static CustomerNoteView view(CustomerNote note, Map<UUID, String> names) {
        return new CustomerNoteView(
                note.id(),
                customer(note),
                note.body,
                note.pinned,
                note.callId,
                note.authorId,
                names.get(note.authorId),
                note.createdAt(),
                note.updatedAt(),
                note.version());
    }

    private static UUID customer(CustomerNote note) {
        return requireNonNull(note.customerId);
    }
}
