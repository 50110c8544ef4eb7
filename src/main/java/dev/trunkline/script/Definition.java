package dev.trunkline.script;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A script to walk through. Immutable; made of steps that {@link DefinitionCheck} found nothing wrong with. */
final class Definition {
    private final Map<String, Step> steps = new LinkedHashMap<>();

    Definition(List<ScriptStep> written) {
        written.forEach(one -> steps.put(one.key(), Step.of(one)));
    }

    /** Where every call begins. */
    Step first() {
        return steps.values().iterator().next();
    }

    /** The step of that key, empty when there is none. */
    Optional<Step> step(String key) {
        return Optional.ofNullable(steps.get(key));
    }

    /** Steps that can be come to from the first one, itself among them. */
    Set<String> reachable() {
        Set<String> found = new HashSet<>(Set.of(first().key()));
        boolean grew = true;
        while (grew) {
            Set<String> more = new HashSet<>();
            found.forEach(key -> step(key).ifPresent(one -> one.exits().forEach(exit -> exit.ifPresent(more::add))));
            grew = found.addAll(more);
        }
        return found;
    }

    /** Steps from which the end can be come to. */
    Set<String> ending() {
        Set<String> found = new HashSet<>();
        boolean grew = true;
        while (grew) {
            grew = steps.values().stream()
                    .filter(one -> one.exits().stream()
                            .anyMatch(exit -> exit.map(found::contains).orElse(true)))
                    .map(Step::key)
                    .map(found::add)
                    .reduce(false, Boolean::logicalOr);
        }
        return found;
    }
}
