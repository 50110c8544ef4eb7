package dev.trunkline.load;

/**
 * What is tried.
 *
 * @param agents pages open, each of an available agent with a phone of their own
 * @param callsPerSecond new calls, evenly spaced, whether or not the service keeps up
 * @param seconds how long calls begin, after the warm-up
 * @param warmUpSeconds calls before, at the same rate, that count for nothing
 * @param customers stored before
 * @param callSeconds from a call's first event to its last
 * @param otherEventsPerSecond events besides the calls', as a PBX sends that is not asked to leave them out
 */
record LoadOptions(
        int agents,
        int callsPerSecond,
        int seconds,
        int warmUpSeconds,
        int customers,
        double callSeconds,
        int otherEventsPerSecond) {

    /** From the system properties {@code load.agents}, {@code load.callsPerSecond} and so on; as usual where one is not set. */
    static LoadOptions ofSystem(LoadOptions usual) {
        LoadOptions options = new LoadOptions(
                number("agents", usual.agents),
                number("callsPerSecond", usual.callsPerSecond),
                number("seconds", usual.seconds),
                number("warmUpSeconds", usual.warmUpSeconds),
                number("customers", usual.customers),
                Double.parseDouble(text("callSeconds", String.valueOf(usual.callSeconds))),
                number("otherEventsPerSecond", usual.otherEventsPerSecond));
        if (options.agents > 9_000 || options.customers > 99_999_999) {
            throw new IllegalArgumentException("At most 9,000 agents and 99,999,999 customers: " + options);
        }
        if (options.callsPerSecond * options.callSeconds > options.agents) {
            throw new IllegalArgumentException("More calls at once than agents: " + options);
        }
        return options;
    }

    private static int number(String name, int usual) {
        return Integer.parseInt(text(name, String.valueOf(usual)));
    }

    private static String text(String name, String usual) {
        String set = System.getProperty("load." + name, "");
        return set.isBlank() ? usual : set;
    }
}
