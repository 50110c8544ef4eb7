package dev.trunkline.call;

/** Which of an agent's two phones is in use; implemented in {@code desk.phone}. Never blocks; any thread may ask. */
@FunctionalInterface
public interface AgentPhones {

    /**
     * Whether the agent's calls ring in the browser and only there; otherwise they ring at the desk phone.
     *
     * @param agent the extension
     */
    boolean atBrowser(String agent);
}
