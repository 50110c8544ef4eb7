package dev.trunkline.shared.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what happens to live pages of one kind. Thread-safe. */
public final class PageMeters {
    private final Counter resumes;
    private final Counter overruns;
    private final Counter givenUp;

    /** @param kind what the meters' names begin with, such as {@code trunkline_desk} */
    public PageMeters(MeterRegistry meters, String kind) {
        resumes = counter(meters, kind + "_resumes", "Pages that came back and got just what they missed");
        overruns =
                counter(meters, kind + "_overruns", "Times a page fell too far behind and got the whole state instead");
        givenUp = counter(meters, kind + "_given_up", "Pages that took nothing for too long and were cut off");
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }

    void resumed() {
        resumes.increment();
    }

    void overrun() {
        overruns.increment();
    }

    void gaveUp() {
        givenUp.increment();
    }

    /** How often a page came back and got just what it missed. */
    public long resumes() {
        return (long) resumes.count();
    }

    /** How often a page fell too far behind and got the whole state instead. */
    public long overruns() {
        return (long) overruns.count();
    }

    /** How many pages took nothing for too long, or did not answer, and were cut off. */
    public long givenUp() {
        return (long) givenUp.count();
    }
}
