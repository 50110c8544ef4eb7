package dev.trunkline.script;

import java.util.List;
import java.util.UUID;

/**
 * A version of a script that was published: what calls go by. It never changes.
 *
 * @param number of the version, from 1 within the script
 * @param steps the first is where each call begins
 */
public record PublishedScript(UUID scriptId, int number, String name, String language, List<ScriptStep> steps) {
    public PublishedScript {
        steps = List.copyOf(steps);
    }
}
