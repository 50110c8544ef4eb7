package dev.trunkline.report;

import java.util.Map;

/** What is counted for one group in one interval. Counts can be added, in any order. */
interface Count<C extends Count<C>> {

    C plus(C other);

    /** The figures by key; those for which there is nothing to divide by are left out. */
    Map<String, Number> figures();
}
