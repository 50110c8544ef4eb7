package dev.trunkline.telephony.ami;

import dev.trunkline.call.PbxCommands.PbxUnavailable;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.telephony.PbxAddress;
import dev.trunkline.telephony.PbxConfig;
import dev.trunkline.telephony.PbxReport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.event.ResponseEvent;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;

/**
 * The connection for actions, without events, so that neither waits for the other. An action is written on a virtual
 * thread; its answer arrives on the Vert.x context that asked, if any.
 */
@ApplicationScoped
class AmiCommandLink implements AmiKeeper.Owner {
    private final Executor writers = Executors.newVirtualThreadPerTaskExecutor();
    private final PbxConfig config;
    private @Nullable PbxAddress address;
    private @Nullable AmiKeeper keeper;
    private volatile @Nullable AmiSession session;
    private final AmiMeters meters;
    private final Clock clock;
    private volatile Standing standing;
    /** Touched by the keeper's thread only. */
    private boolean wasUp;

    private record Standing(LinkState state, Instant since, String why) {}

    AmiCommandLink(PbxConfig config, AmiMeters meters, Clock clock) {
        this.config = config;
        this.meters = meters;
        this.clock = clock;
        standing = new Standing(LinkState.CONNECTING, clock.instant(), "not connected yet");
    }

    void start(PbxAddress to) {
        address = to;
        keeper = new AmiKeeper("actions", "off", to, config, this, ThreadLocalRandom.current());
        keeper.start();
    }

    void stop() {
        if (keeper != null) {
            keeper.stop();
        }
    }

    /** The PBX has just been seen to answer: a connection that waits is tried at once. */
    void hurry() {
        if (keeper != null) {
            keeper.hurry();
        }
    }

    /** Sends the action; fails with {@link PbxUnavailable} without a link, or an answer in time. */
    Uni<ManagerResponse> send(ManagerAction action) {
        return Uni.createFrom()
                .<ManagerResponse>emitter(answer -> {
                    AmiSession open = session;
                    if (open == null) {
                        answer.fail(new PbxUnavailable(
                                "No link to the PBX for " + action.getAction() + ": " + standing.why()));
                        return;
                    }
                    try {
                        open.sendAction(action, response -> {
                            if (response == null) {
                                answer.fail(new PbxUnavailable(
                                        "The link ended before the PBX answered " + action.getAction()));
                            } else {
                                answer.complete(response);
                            }
                        });
                    } catch (IOException | IllegalStateException failure) {
                        answer.fail(new PbxUnavailable(
                                "Could not send " + action.getAction() + " to the PBX: " + failure.getMessage()));
                    }
                })
                .runSubscriptionOn(writers)
                .ifNoItem()
                .after(config.responseTimeout())
                .failWith(() -> new PbxUnavailable("No answer to " + action.getAction() + " within "
                        + config.responseTimeout().toMillis() + " ms"))
                .emitOn(asker());
    }

    /** Asks for a list; fails as {@link #send}. */
    Uni<List<ResponseEvent>> list(EventGeneratingAction action) {
        return Uni.createFrom()
                .item(() -> {
                    AmiSession open = session;
                    if (open == null) {
                        throw new PbxUnavailable(
                                "No link to the PBX for " + action.getAction() + ": " + standing.why());
                    }
                    try {
                        return List.copyOf(open.sendEventGeneratingAction(
                                        action, config.responseTimeout().toMillis())
                                .getEvents());
                    } catch (IOException | TimeoutException | IllegalStateException failure) {
                        throw new PbxUnavailable(
                                "No list from the PBX for " + action.getAction() + ": " + failure.getMessage());
                    }
                })
                .runSubscriptionOn(writers)
                .emitOn(asker());
    }

    private static Executor asker() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(ignored -> task.run());
    }

    @Override
    public AmiSession newSession() {
        if (address == null) {
            throw new IllegalStateException("Not started");
        }
        return new AmiSession(address, config, line -> true, event -> {}, meters.clocks(), clock);
    }

    @Override
    public void up(AmiSession open) {
        session = open;
        if (wasUp) {
            meters.actionsReconnect();
        }
        wasUp = true;
        standing = new Standing(LinkState.UP, clock.instant(), "");
    }

    @Override
    public void down(LinkState state, String detail) {
        session = null;
        Standing before = standing;
        standing = new Standing(state, before.state() == state ? before.since() : clock.instant(), detail);
    }

    /** How the connection is doing. */
    PbxReport.Connection report() {
        Standing now = standing;
        return new PbxReport.Connection(
                now.state(),
                now.since(),
                now.state() == LinkState.UP ? null : now.why(),
                meters.counts().actionsReconnects());
    }
}
