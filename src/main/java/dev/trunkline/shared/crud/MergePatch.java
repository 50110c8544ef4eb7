package dev.trunkline.shared.crud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** JSON Merge Patch (RFC 7396): what is absent stays, null clears, lists are replaced as a whole. */
final class MergePatch {
    private MergePatch() {}

    /** Applies the patch to the target, which is changed. Depth is bounded by the JSON parser. */
    static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        for (var entry : patch.properties()) {
            var value = entry.getValue();
            if (value.isNull()) {
                target.putNull(entry.getKey());
            } else if (value instanceof ObjectNode inner) {
                var old = target.get(entry.getKey()) instanceof ObjectNode there ? there : target.objectNode();
                target.set(entry.getKey(), apply(old, inner));
            } else {
                target.set(entry.getKey(), value);
            }
        }
        return target;
    }

    /** The names of the fields in which two states differ. */
    static List<String> changed(JsonNode before, JsonNode after) {
        var names = new ArrayList<String>();
        for (var entry : after.properties()) {
            if (!entry.getValue().equals(before.get(entry.getKey()))) {
                names.add(entry.getKey());
            }
        }
        return names;
    }
}
