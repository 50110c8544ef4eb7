package dev.trunkline.shared.crud;

import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.page.Keyset;
import java.time.Instant;
import java.util.UUID;

/**
 * What a kind of aggregate is. In conditions and orders the aggregate is called {@code e}.
 *
 * @param entity the mapped class
 * @param input the record that says what clients may set, with its constraints
 * @param kind word for problems and the audit, such as {@code ticket}
 * @param order the orders of its list
 * @param scope whose rows are whose
 * @param read needed to see it
 * @param write needed to create and change it
 * @param delete needed to delete it
 * @param looksAudited whether each look at one is noted
 */
public record CrudSpec<E extends Stored, I>(
        Class<E> entity,
        Class<I> input,
        String kind,
        Keyset<E> order,
        ScopeRule scope,
        Permission read,
        Permission write,
        Permission delete,
        boolean looksAudited) {

    /** The usual: owner and team decide, newest first, nothing noted of looks, deleting is writing. */
    public static <E extends Stored, I> CrudSpec<E, I> of(
            Class<E> entity, Class<I> input, String kind, Permission read, Permission write) {
        var order = CrudSpec.<E>byId()
                .by("-createdAt", "e.createdAt", Instant.class, Stored::createdAt)
                .by("updatedAt", "e.updatedAt", Instant.class, Stored::updatedAt);
        return new CrudSpec<>(
                entity, input, kind, order, ScopeRule.owned("e.ownerId", "e.teamId"), read, write, write, false);
    }

    /** Begins orders of one's own: ties are broken by id. */
    public static <E extends Stored> Keyset<E> byId() {
        return Keyset.of("e.id", UUID.class, Stored::id);
    }

    /** The same with other orders. */
    public CrudSpec<E, I> orderedBy(Keyset<E> other) {
        return new CrudSpec<>(entity, input, kind, other, scope, read, write, delete, looksAudited);
    }

    /** The same with another rule of whose rows are whose. */
    public CrudSpec<E, I> scopedBy(ScopeRule other) {
        return new CrudSpec<>(entity, input, kind, order, other, read, write, delete, looksAudited);
    }

    /** The same with a permission of its own for deleting. */
    public CrudSpec<E, I> deletedWith(Permission other) {
        return new CrudSpec<>(entity, input, kind, order, scope, read, write, other, looksAudited);
    }

    /** The same with each look noted. */
    public CrudSpec<E, I> auditingLooks() {
        return new CrudSpec<>(entity, input, kind, order, scope, read, write, delete, true);
    }
}
