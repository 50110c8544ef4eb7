package dev.trunkline.acd;

import java.util.List;

/** Asks what queues are held to, as it is set now. Never blocks; any thread may ask. */
public interface QueueGoals {

    /** Of every queue, by name. */
    List<QueueGoal> goals();
}
