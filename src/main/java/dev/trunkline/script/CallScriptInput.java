package dev.trunkline.script;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * How far a call came in a script, all of it.
 *
 * @param number the version that the call goes by
 * @param trail keys of the steps from the first to the present one, each of which follows from the answers
 * @param done whether the script has come to its end after the last of them
 */
record CallScriptInput(
        @NotNull UUID scriptId,
        int number,
        @NotEmpty @Size(max = 50) List<@NotNull @Pattern(regexp = ScriptStep.KEY) String> trail,
        boolean done,
        @NotNull @Size(max = 1000) List<@NotNull @Valid ScriptAnswer> answers) {}
