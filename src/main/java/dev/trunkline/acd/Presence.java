package dev.trunkline.acd;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an agent can be reached: by a page of the desk, and by phone. An immutable value; pure.
 *
 * <pre>
 *            opened                    last one gone             gone for the grace
 *  no page ---------&gt; pageOpen ----------------------&gt; page ---------------------------&gt; no page: set aside
 *                         ^                              |
 *                         +--------- opened again -------+
 *
 *                 unreachable           so for the grace
 *  phone null ------------------&gt; phone ------------------&gt; phone, acted on: set aside; a wish counts the grace anew
 *       ^                           |                         |
 *       +------ reachable again ----+-------------------------+
 * </pre>
 *
 * <p>Who never had a page is driven by other means and is not missed. An agent without a page is set aside for that first:
 * a browser's phone goes with its page.
 *
 * @param pageOpen whether a page is open
 * @param page the page's absence, null while one is open or none is expected
 * @param phone the phone's absence, null while the PBX can ring it or says nothing
 */
record Presence(
        boolean pageOpen, @Nullable Absence page, @Nullable Absence phone) {
    static final Presence NONE = new Presence(false, null, null);

    /**
     * Something is gone.
     *
     * @param since when it went
     * @param countedFrom when the grace began, null when it is over and was acted on
     */
    record Absence(Instant since, @Nullable Instant countedFrom) {
        static Absence from(Instant at) {
            return new Absence(at, at);
        }

        @Nullable
        Instant due(Duration grace) {
            return countedFrom == null ? null : countedFrom.plus(grace);
        }
    }

    /** What was kept over a restart of the service. */
    static Presence kept(boolean pageOpen, @Nullable Instant pageGone) {
        return new Presence(pageOpen, pageGone == null ? null : Absence.from(pageGone), null);
    }

    /** The service starts: pages that were open then are gone, and may come back as long as after any other loss. */
    Presence restarted(Instant at) {
        Instant since = page == null ? at : page.since();
        return new Presence(false, pageOpen || page != null ? new Absence(since, at) : null, null);
    }

    Presence pageOpened() {
        return new Presence(true, null, phone);
    }

    /** The last page has gone. */
    Presence pageGone(Instant at) {
        return pageOpen ? new Presence(false, Absence.from(at), phone) : this;
    }

    /** The person signed out: no page is expected any more. */
    Presence signedOut() {
        return new Presence(false, null, phone);
    }

    Presence phone(boolean reachable, Instant at) {
        if (reachable == (phone == null)) {
            return this;
        }
        return new Presence(pageOpen, page, reachable ? null : Absence.from(at));
    }

    /** The person wants something else: reason to wait for the phone once more. */
    Presence wished(Instant at) {
        return phone == null ? this : new Presence(pageOpen, page, new Absence(phone.since(), at));
    }

    @Nullable
    Instant pageGoneSince() {
        return page == null ? null : page.since();
    }

    /** When the agent is to be set aside if nothing changes, null for never. */
    @Nullable
    Instant due(Duration grace) {
        return page != null ? page.due(grace) : phone == null ? null : phone.due(grace);
    }

    /** For want of what the agent is to be set aside at {@link #due}. */
    AgentInput.@Nullable SetAside setAside() {
        return page != null
                ? new AgentInput.SetAside(BreakReasons.AWAY, page.since())
                : phone == null ? null : new AgentInput.SetAside(BreakReasons.PHONE, phone.since());
    }

    /** That was done. */
    Presence actedOn() {
        return page != null
                ? new Presence(false, null, phone)
                : new Presence(pageOpen, null, phone == null ? null : new Absence(phone.since(), null));
    }
}
