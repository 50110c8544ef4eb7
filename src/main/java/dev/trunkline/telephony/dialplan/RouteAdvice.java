package dev.trunkline.telephony.dialplan;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a call goes. As a line it is one of
 *
 * <pre>
 *   route,&lt;queue&gt;,&lt;priority&gt;     a queue's name, or nothing for where the dialled number leads; 0 to 20
 *   refuse,&lt;cause&gt;               Q.850: 17 or 21
 * </pre>
 *
 * which the dialplan takes piece by piece, and anything else for no answer at all.
 */
public sealed interface RouteAdvice {
    /** As if nobody had been asked. */
    RouteAdvice USUAL = new Join(null, 0);

    /** The line. */
    String line();

    /**
     * The caller waits in a queue.
     *
     * @param queue null for where the dialled number leads
     * @param priority the highest is served first
     */
    record Join(@Nullable String queue, int priority) implements RouteAdvice {
        private static final Pattern QUEUE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
        private static final int HIGHEST = 20;

        /** @throws IllegalArgumentException for what the line has no place for */
        public Join {
            if ((queue != null && !QUEUE.matcher(queue).matches()) || priority < 0 || priority > HIGHEST) {
                throw new IllegalArgumentException("No route: " + queue + ", " + priority);
            }
        }

        @Override
        public String line() {
            return "route," + (queue == null ? "" : queue) + "," + priority;
        }
    }

    /**
     * The caller gets no further.
     *
     * @param cause Q.850: 17 busy, 21 rejected
     */
    record Refuse(int cause) implements RouteAdvice {
        /** @throws IllegalArgumentException for another cause */
        public Refuse {
            if (cause != 17 && cause != 21) {
                throw new IllegalArgumentException("No cause to refuse a call with: " + cause);
            }
        }

        @Override
        public String line() {
            return "refuse," + cause;
        }
    }
}
