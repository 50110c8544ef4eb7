package dev.trunkline.supervision;

import dev.trunkline.acd.AgentChange;
import dev.trunkline.call.CallChange;
import dev.trunkline.call.PbxState;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.coaching.CoachingChanged;
import dev.trunkline.shared.messaging.Channels;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the house's news to the board. Nothing here waits. */
@ApplicationScoped
class BoardNews {
    /** After the channels are connected (1000), open calls are read and agents seated (1500), before the PBX is heard (2500). */
    private static final int AFTER_CALLS_AND_AGENTS = 1_600;

    private static final Logger LOG = LoggerFactory.getLogger(BoardNews.class);

    private final Board board;
    private final BoardStreams streams;
    private final Recount recount;
    private final CallerNames names;
    private volatile boolean started;

    BoardNews(Board board, BoardStreams streams, Recount recount, CallerNames names) {
        this.board = board;
        this.streams = streams;
        this.recount = recount;
        this.names = names;
    }

    void start(@Observes @Priority(AFTER_CALLS_AND_AGENTS) StartupEvent starting) {
        recount.begin();
        started = true;
    }

    @Incoming(Channels.CALL_CHANGES_SUPERVISION)
    void on(CallChange change) {
        board.seen(change.call());
        streams.soon();
    }

    /** The agents' states are asked for when the pages are told. */
    @Incoming(Channels.AGENT_CHANGES_SUPERVISION)
    void on(AgentChange change) {
        streams.soon();
    }

    void on(@Observes CoachingChanged change) {
        streams.soon();
    }

    /** What happened while the link was down may be in the database alone. */
    @Incoming(Channels.PBX_STATES_SUPERVISION)
    void on(PbxState state) {
        if (state instanceof PbxState.Link link) {
            streams.soon();
            if (link.state() == LinkState.UP) {
                recount.begin();
            }
        }
    }

    /** Midnight, alarms that come of waiting alone, settings and people that changed. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (started) {
            streams.publish();
        }
    }

    /** Customers chosen for calls. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> choices() {
        return names.refresh()
                .onFailure()
                .invoke(failure -> LOG.debug("Who was chosen for the calls is not known now", failure))
                .onFailure()
                .recoverWithNull();
    }
}
