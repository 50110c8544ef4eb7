package dev.trunkline.acd;

import java.util.List;

/** The reasons for a break, by key; the page has their words. */
final class BreakReasons {
    /** Given by the system to an agent whose phone rang out too often; nobody can choose it. */
    static final String MISSED = "missed";

    /** Given by the system to an agent whose last page has been gone for too long. */
    static final String AWAY = "away";

    /** Given by the system to an agent whose phone could not be reached for too long. */
    static final String PHONE = "phone";

    /** Those a person can choose, in the order to show them. */
    static final List<String> CHOICE = List.of("lunch", "tea", "training", "meeting", "other");

    private BreakReasons() {}
}
