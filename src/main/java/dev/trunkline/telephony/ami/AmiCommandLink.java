package dev.trunkline.telephony.ami;

import dev.trunkline.call.PbxCommands.PbxUnavailable;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.telephony.PbxAddress;
import dev.trunkline.telephony.PbxConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.asteriskjava.manager.action.ManagerAction;
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
    private volatile String why = "not connected yet";

    AmiCommandLink(PbxConfig config) {
        this.config = config;
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

    /** Sends the action; fails with {@link PbxUnavailable} without a link, or an answer in time. */
    Uni<ManagerResponse> send(ManagerAction action) {
        return Uni.createFrom()
                .<ManagerResponse>emitter(answer -> {
                    AmiSession open = session;
                    if (open == null) {
                        answer.fail(new PbxUnavailable("No link to the PBX for " + action.getAction() + ": " + why));
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

    private static Executor asker() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(ignored -> task.run());
    }

    @Override
    public AmiSession newSession() {
        if (address == null) {
            throw new IllegalStateException("Not started");
        }
        return new AmiSession(address, config, line -> true, event -> {});
    }

    @Override
    public void up(AmiSession open) {
        session = open;
    }

    @Override
    public void down(LinkState state, String detail) {
        session = null;
        why = detail;
    }
}
