package dev.trunkline.desk.control;

import dev.trunkline.call.Call;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an agent's phone stands in a call, as the page is told.
 *
 * @param state word of where the phone is
 * @param third the number that is consulted, null when none is
 * @param controls the actions that the PBX can do now, by their words; what only the telephone can do is not among them
 * @param recording whether the call is being recorded, null when it is not
 */
@Schema(name = "LineView")
public record LineView(
        @Schema(
                enumeration = {
                    "ringing",
                    "dialling",
                    "talking",
                    "held",
                    "calling-third",
                    "consulting",
                    "between",
                    "together"
                })
        String state,

        @Nullable String third,
        List<String> controls,
        @Schema(enumeration = {"on", "silent"}) @Nullable String recording) {

    /** The agent's line in a call, null when the agent has no phone in it. */
    public static @Nullable LineView of(Call call, String agent) {
        return Line.of(call, agent).map(line -> line.view(call)).orElse(null);
    }
}
