package dev.trunkline.coaching;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What agents are shown of being coached. */
@ConfigMapping(prefix = "trunkline.coaching")
public interface CoachingConfig {

    /** When an agent's page says who takes part in the call. */
    @WithDefault("when-heard")
    ShownToAgent shownToAgent();

    /** How much. */
    enum ShownToAgent {
        NEVER,
        /** While somebody whispers or has barged in, not while somebody listens. */
        WHEN_HEARD,
        ALWAYS;

        /** Whether the agent is shown this coach. */
        public boolean shows(CoachingView coaching) {
            return switch (this) {
                case NEVER -> false;
                case WHEN_HEARD -> coaching.audible();
                case ALWAYS -> true;
            };
        }
    }
}
