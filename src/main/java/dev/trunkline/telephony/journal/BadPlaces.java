package dev.trunkline.telephony.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/** How far bad lines of each file have been counted, so that reading it again does not count them again. Thread-safe. */
final class BadPlaces {
    private static final int MOST_FILES = 1_000;

    private final Map<String, Long> counted = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_FILES;
        }
    };

    /** Whether the place was not seen before; it is from now on. */
    synchronized boolean fresh(String file, long offset) {
        Long before = counted.get(file);
        if (before != null && before >= offset) {
            return false;
        }
        counted.put(file, offset);
        return true;
    }
}
