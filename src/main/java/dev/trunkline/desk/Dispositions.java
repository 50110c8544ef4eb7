package dev.trunkline.desk;

import java.util.List;

/** What can come of a call. The page has a text for each. */
final class Dispositions {
    static final String PATTERN = "resolved|callback|information|complaint|wrong-number|other";

    static final List<String> ALL = List.of(PATTERN.split("\\|"));

    private Dispositions() {}
}
