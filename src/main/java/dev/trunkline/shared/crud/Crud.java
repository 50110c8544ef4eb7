package dev.trunkline.shared.crud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import dev.trunkline.shared.problem.JsonProblems;
import dev.trunkline.shared.problem.Problem;
import dev.trunkline.shared.problem.Violations;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The base of an aggregate's service. A kind of thing adds its entity, its input record, its view and this class's
 * abstract methods; paging, scope, validation, versions and the audit come from here. Everything runs on the caller's
 * Vert.x context, and a change, its audit entry and its events commit or fail together.
 *
 * @param <E> the aggregate
 * @param <I> what clients may set: a record with Bean Validation constraints
 * @param <V> what clients see
 */
public abstract class Crud<E extends Stored, I, V extends Versioned> {
    private static final JsonObject NO_DETAILS = new JsonObject();

    private final CrudKit kit;
    private final CrudSpec<E, I> spec;

    protected Crud(CrudKit kit, CrudSpec<E, I> spec) {
        this.kit = kit;
        this.spec = spec;
    }

    /** A new aggregate with the owner and team that this reader's creations have. */
    protected abstract E fresh(Reader reader);

    /** What clients could have sent to make the aggregate what it is: the ground that a patch is merged into. */
    protected abstract I input(E aggregate);

    /** Takes a valid input over into the aggregate. May refuse by failing with a {@link Problem}. */
    protected abstract Uni<Void> apply(Mutiny.Session session, Reader reader, E aggregate, I input);

    /** The views of aggregates, one for one and in order; what they need beside is fetched here for all at once. */
    protected abstract Uni<List<V>> views(Mutiny.Session session, List<E> aggregates);

    /** Fetches the parts of aggregates just found, before anything else is asked of them; by default there are none. */
    protected Uni<Void> load(Mutiny.Session session, List<E> aggregates) {
        return nothing();
    }

    /** Adds the condition of the search text; by default nothing is searched. */
    protected void search(Where where, String text) {}

    /** After a change was flushed, within its transaction: the place for domain events. */
    protected Uni<Void> changed(Mutiny.Session session, Reader reader, E aggregate, Change change) {
        return Uni.createFrom().voidItem();
    }

    /** What a deletion does. */
    protected Uni<Void> remove(Mutiny.Session session, E aggregate) {
        return session.remove(aggregate);
    }

    /** A page of what the reader sees, further narrowed by the filters. */
    public final Uni<Page<V>> list(Reader reader, ListQuery query, Consumer<Where> filters) {
        var where = Where.hql().scope(reader, spec.read(), spec.scope());
        filters.accept(where);
        var text = query.search();
        if (text != null) {
            search(where, text);
        }
        var from = " from " + spec.entity().getSimpleName() + " e where ";
        var paged = spec.order().after(query, where.copy());
        var order = " order by " + spec.order().order(query);
        int rows = query.rows();
        return kit.session(session -> bind(
                        session.createSelectionQuery("select count(e)" + from + where.text(), Long.class), where)
                .getSingleResult()
                .flatMap(total -> bind(
                                session.createSelectionQuery("select e" + from + paged.text() + order, spec.entity()),
                                paged)
                        .setMaxResults(rows + 1)
                        .getResultList()
                        .map(found -> spec.order().page(query, found, total)))
                .call(page -> load(session, page.items()))
                .flatMap(page -> views(session, page.items()).map(page::with)));
    }

    /** One that the reader sees; fails with 404 otherwise. */
    public final Uni<V> get(Reader reader, UUID id) {
        return kit.transaction(session -> visible(session, reader, id)
                .call(found -> spec.looksAudited() ? audit(session, reader, "looked", id, NO_DETAILS) : nothing())
                .flatMap(found -> view(session, found)));
    }

    /** Makes one; fails with 422 when the input is not valid. */
    public final Uni<V> create(Reader reader, @Nullable I input) {
        reader.require(spec.write());
        if (input == null) {
            throw noBody();
        }
        validate(input);
        var aggregate = fresh(reader);
        aggregate.touch(kit.clock.instant());
        return kit.transaction(session -> apply(session, reader, aggregate, input)
                .chain(() -> session.persist(aggregate))
                .chain(session::flush)
                .chain(() -> audit(session, reader, "created", aggregate.id(), NO_DETAILS))
                .chain(() -> changed(session, reader, aggregate, Change.CREATED))
                .chain(() -> view(session, aggregate)));
    }

    /**
     * Changes what the patch names (JSON Merge Patch).
     *
     * @param ifMatch the header; fails with 428 without it, 412 when it names another version
     */
    public final Uni<V> patch(Reader reader, UUID id, @Nullable String ifMatch, @Nullable ObjectNode patch) {
        if (patch == null) {
            throw noBody();
        }
        return kit.transaction(session -> writable(session, reader, id, spec.write())
                .invoke(found -> Etags.require(ifMatch, found.version()))
                .flatMap(found -> {
                    ObjectNode before = kit.json.valueToTree(input(found));
                    var after = MergePatch.apply(before.deepCopy(), patch);
                    var names = MergePatch.changed(before, after);
                    if (names.isEmpty()) {
                        return view(session, found);
                    }
                    var input = read(after);
                    validate(input);
                    found.touch(kit.clock.instant());
                    var named = names.subList(0, Math.min(names.size(), 50));
                    var details = new JsonObject()
                            .put("fields", new JsonArray(named))
                            .put("values", Values.of(spec.input(), named, before, after));
                    return apply(session, reader, found, input)
                            .chain(session::flush)
                            .chain(() -> audit(session, reader, "changed", id, details))
                            .chain(() -> changed(session, reader, found, Change.CHANGED))
                            .chain(() -> view(session, found));
                }));
    }

    /** Deletes one; versions as in {@link #patch}. */
    public final Uni<Void> delete(Reader reader, UUID id, @Nullable String ifMatch) {
        return kit.transaction(session -> writable(session, reader, id, spec.delete())
                .invoke(found -> Etags.require(ifMatch, found.version()))
                .flatMap(found -> remove(session, found)
                        .chain(session::flush)
                        .chain(() -> audit(session, reader, "deleted", id, NO_DETAILS))
                        .chain(() -> changed(session, reader, found, Change.DELETED))));
    }

    private Uni<E> visible(Mutiny.Session session, Reader reader, UUID id) {
        return find(session, reader, id, spec.read())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound(spec.kind(), id));
    }

    /** Tells 403 from 404: the former only for what the reader may see anyway. */
    private Uni<E> writable(Mutiny.Session session, Reader reader, UUID id, Permission permission) {
        return find(session, reader, id, permission)
                .onItem()
                .ifNull()
                .switchTo(() -> visible(session, reader, id).onItem().failWith(Problem::forbidden));
    }

    /** Null when there is none. */
    private Uni<E> find(Mutiny.Session session, Reader reader, UUID id, Permission permission) {
        var where = Where.hql().add("e.id = ?", id).scope(reader, permission, spec.scope());
        var query = session.createSelectionQuery(
                "select e from " + spec.entity().getSimpleName() + " e where " + where.text(), spec.entity());
        return bind(query, where)
                .getSingleResultOrNull()
                .call(found -> found == null ? nothing() : load(session, List.of(found)));
    }

    private Uni<V> view(Mutiny.Session session, E aggregate) {
        return views(session, List.of(aggregate)).map(List::getFirst);
    }

    private Uni<Void> audit(Mutiny.Session session, Reader reader, String action, UUID id, JsonObject details) {
        return kit.audit.record(session, reader, action, spec.kind(), id, details);
    }

    private I read(ObjectNode merged) {
        try {
            return kit.json.treeToValue(merged, spec.input());
        } catch (JsonProcessingException wrong) {
            throw JsonProblems.of(wrong);
        }
    }

    private void validate(I input) {
        var violations = kit.validator.validate(input);
        if (!violations.isEmpty()) {
            throw Violations.of(violations);
        }
    }

    private static Problem noBody() {
        return Problem.badRequest("malformed-json", "There is no JSON object in the body");
    }

    private static <R> Mutiny.SelectionQuery<R> bind(Mutiny.SelectionQuery<R> query, Where where) {
        var values = where.values();
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
