package dev.trunkline.acd;

import dev.trunkline.call.QueueDefinition.Strategy;
import dev.trunkline.shared.crud.Aggregate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A queue of the PBX and what we add to it: numbers, members, rules for what calls leave behind. */
@Entity
public class Queue extends Aggregate {
    String name = "";
    String label = "";

    @Column(name = "label_zh")
    @Nullable
    String labelZh;

    @Column(name = "ticket_on_answered")
    boolean ticketOnAnswered;

    @Column(name = "ticket_type")
    String ticketType = "";

    @Column(name = "follow_up_on_missed")
    boolean followUpOnMissed;

    @Column(name = "follow_up_due_minutes")
    int followUpDueMinutes;

    @Column(name = "short_abandon_seconds")
    int shortAbandonSeconds;

    @Column(name = "wrap_up_seconds")
    int wrapUpSeconds;

    @Column(name = "missed_limit")
    int missedLimit;

    @Column(name = "service_level_seconds")
    int serviceLevelSeconds;

    @Column(name = "service_level_target")
    int serviceLevelTarget;

    @Column(name = "alarm_waiting")
    @Nullable
    Integer alarmWaiting;

    @Column(name = "alarm_longest_wait_seconds")
    @Nullable
    Integer alarmLongestWaitSeconds;

    @Column(name = "alarm_service_level")
    boolean alarmServiceLevel;

    @Convert(converter = RecordingWord.class)
    Recording recording = Recording.ALWAYS;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "did", joinColumns = @JoinColumn(name = "queue_id"))
    Set<Did> dids = new HashSet<>();

    @Convert(converter = StrategyWord.class)
    Strategy strategy = Strategy.RRMEMORY;

    @Column(name = "ring_seconds")
    int ringSeconds;

    @Column(name = "pause_seconds")
    int pauseSeconds;

    @Column(name = "max_waiting")
    int maxWaiting;

    int weight;

    @Column(name = "announce_seconds")
    int announceSeconds;

    @Column(name = "longest_wait_seconds")
    int longestWaitSeconds;

    @Column(name = "overflow_queue")
    @Nullable
    String overflowQueue;

    @Column(name = "overflow_number")
    @Nullable
    String overflowNumber;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "queue_member", joinColumns = @JoinColumn(name = "queue_id"))
    Set<Member> members = new HashSet<>();

    protected Queue() {}

    static Queue fresh() {
        return new Queue();
    }

    /** Which calls are recorded. */
    @Schema(name = "QueueRecording")
    public enum Recording {
        ALWAYS,
        NEVER
    }

    /**
     * Somebody who serves the queue.
     *
     * @param level those of a higher one are rung while nobody of a lower one is free, 0 to 9
     */
    @Embeddable
    public record Member(@Column(name = "user_id") UUID userId, int level) {}

    /**
     * A number that callers dial.
     *
     * @param number digits as the PBX has them
     * @param region ISO 3166 alpha-2: how callers' numbers that come in by it are read
     */
    @Embeddable
    public record Did(
            String number, String region, @Nullable String label) {}
}
