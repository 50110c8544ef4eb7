package dev.trunkline.identity.view;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.crud.Crud;
import dev.trunkline.shared.crud.CrudKit;
import dev.trunkline.shared.crud.CrudSpec;
import dev.trunkline.shared.crud.Stored;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the views that people save. Nobody, administrators included, sees another's. */
@Singleton
class SavedViews extends Crud<SavedView, SavedViewInput, SavedViewView> {
    /** More are not found again by anybody. */
    private static final long MOST = 200;

    SavedViews(CrudKit kit) {
        super(
                kit,
                CrudSpec.of(SavedView.class, SavedViewInput.class, "view", Permission.VIEWS, Permission.VIEWS)
                        .orderedBy(CrudSpec.<SavedView>byId()
                                .by("createdAt", "e.createdAt", Instant.class, Stored::createdAt)
                                .by("name", "e.name", String.class, view -> view.name))
                        .scopedBy(new ScopeRule("e.ownerId = {user}", "e.ownerId = {user}")));
    }

    @Override
    protected SavedView fresh(Reader reader) {
        return new SavedView(reader.userId());
    }

    @Override
    protected SavedViewInput input(SavedView view) {
        return new SavedViewInput(
                view.listName, view.name, view.search, view.columns == null ? null : List.of(view.columns));
    }

    @Override
    protected Uni<Void> apply(Mutiny.Session session, Reader reader, SavedView view, SavedViewInput input) {
        boolean fresh = view.listName.isEmpty();
        String list = requireNonNull(input.list());
        if (!fresh && !view.listName.equals(list)) {
            throw Problem.invalid("list", "fixed", "a view stays with its list");
        }
        List<String> columns = input.columns();
        view.listName = list;
        view.name = requireNonNull(input.name()).strip();
        view.search = requireNonNullElse(input.search(), "");
        view.columns = columns == null ? null : columns.toArray(String[]::new);
        return fresh ? roomForOne(session, reader) : Uni.createFrom().voidItem();
    }

    @Override
    protected Uni<List<SavedViewView>> views(Mutiny.Session session, List<SavedView> views) {
        return Uni.createFrom().item(views.stream().map(SavedViews::view).toList());
    }

    private static Uni<Void> roomForOne(Mutiny.Session session, Reader reader) {
        return session.createSelectionQuery("select count(e) from SavedView e where e.ownerId = ?1", Long.class)
                .setParameter(1, reader.userId())
                .getSingleResult()
                .invoke(kept -> {
                    if (kept >= MOST) {
                        throw Problem.conflict("too-many-views", "At most " + MOST + " views can be kept");
                    }
                })
                .replaceWithVoid();
    }

    private static SavedViewView view(SavedView view) {
        return new SavedViewView(
                view.id(),
                view.listName,
                view.name,
                view.search,
                view.columns == null ? null : List.of(view.columns),
                view.version());
    }
}
