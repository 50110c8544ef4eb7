package dev.trunkline.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes our identifiers: UUID version 7 (RFC 9562), which sort by time and so keep indexes compact. Thread-safe. */
public final class Ids {
    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
