package dev.trunkline.shared.access;

/**
 * What "own" and "the team's" mean for one kind of row, as conditions in HQL or SQL in which {@code {user}},
 * {@code {team}} and {@code {extension}} stand for the reader's values. A reader's missing team or extension is SQL's
 * null there, so comparisons with it are never true. {@code {groups}} is the text of {@link Reader#groups()} with commas
 * between.
 *
 * @param own rows of {@link Scope#OWN}
 * @param team rows of {@link Scope#TEAM}, to which the own ones are always added
 */
public record ScopeRule(String own, String team) {

    /**
     * Rows with an owner and a team. Own: the reader's, and those without owner in the reader's team. Team: those of the
     * team, and those that belong to neither person nor team, lest work that nobody was given is seen by nobody.
     */
    public static ScopeRule owned(String owner, String team) {
        return new ScopeRule(
                "%1$s = {user} or (%1$s is null and %2$s = {team})".formatted(owner, team),
                "%2$s = {team} or (%1$s is null and %2$s is null)".formatted(owner, team));
    }
}
