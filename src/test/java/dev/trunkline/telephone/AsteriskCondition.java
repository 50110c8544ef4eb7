package dev.trunkline.telephone;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks for an Asterisk once, installing it if that is possible, and remembers the answer. */
final class AsteriskCondition implements ExecutionCondition {

    // Long enough to install one over a slow line.
    private static final Duration INSTALLATION = Duration.ofMinutes(10);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        AsteriskScript.Outcome root = Search.OUTCOME;
        if (root.exitCode() == 0) {
            return ConditionEvaluationResult.enabled(
                    "Asterisk in " + root.output().strip());
        }
        String reason = "TELEPHONE TESTS SKIPPED: no Asterisk 22 on this machine: "
                + root.output().strip();
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    private static final class Search {

        static final AsteriskScript.Outcome OUTCOME = search();

        private static AsteriskScript.Outcome search() {
            AsteriskScript.Outcome outcome = AsteriskScript.run(Map.of(), INSTALLATION, "root");
            if (outcome.exitCode() != 0) {
                String line =
                        "*** TELEPHONE TESTS SKIPPED: no Asterisk 22 here (telephony-config/asterisk-local root) ***";
                // Said last, when nothing scrolls it away any more.
                Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.println(line)));
            }
            return outcome;
        }
    }
}
