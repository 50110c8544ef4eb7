package dev.trunkline.desk.control;

import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;

/** Asks the page that is an agent's phone to do what only a phone can; implemented by the desks. Never blocks. */
public interface PagePhone {

    /**
     * Ends when the page has done it.
     *
     * @param agent the extension
     * @return fails with {@link Problem} 409: {@code phone-gone} without an open page, {@code phone-silent} when none answers
     *     in time, {@code under-way} while another answer is awaited, or the page's own reason
     */
    Uni<Void> ask(String agent, String callId, Control control);
}
