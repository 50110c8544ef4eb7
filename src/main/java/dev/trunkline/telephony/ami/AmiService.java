package dev.trunkline.telephony.ami;

import dev.trunkline.call.CallEvent;
import dev.trunkline.call.OpenCallIds;
import dev.trunkline.call.PbxLink;
import dev.trunkline.call.PbxState;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.shared.messaging.Channels;
import dev.trunkline.telephony.Gap;
import dev.trunkline.telephony.GapCloser;
import dev.trunkline.telephony.PbxAddress;
import dev.trunkline.telephony.PbxConfig;
import dev.trunkline.telephony.StandInPbx;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.SocketFactory;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jspecify.annotations.Nullable;

/** Starts the links to the PBX with the service and ends them with it, and puts their news on the channels. */
@ApplicationScoped
class AmiService implements AmiSink {
    private final PbxConfig config;
    private final Instance<StandInPbx> standIn;
    private final Instance<OpenCallIds> openCalls;
    private final Instance<GapCloser> gaps;
    private final MutinyEmitter<CallEvent> callEvents;
    private final MutinyEmitter<PbxState> pbxStates;
    private final PbxStatus status;
    private final AmiMeters meters;
    private final Clock clock;
    private final AmiCommandLink commands;
    private final TlsConfigurationRegistry tls;
    private @Nullable AmiLink link;

    AmiService(
            PbxConfig config,
            Instance<StandInPbx> standIn,
            Instance<OpenCallIds> openCalls,
            Instance<GapCloser> gaps,
            @Channel(Channels.CALL_EVENTS_OUT) MutinyEmitter<CallEvent> callEvents,
            @Channel(Channels.PBX_STATES_OUT) MutinyEmitter<PbxState> pbxStates,
            PbxStatus status,
            AmiMeters meters,
            Clock clock,
            AmiCommandLink commands,
            TlsConfigurationRegistry tls) {
        this.config = config;
        this.standIn = standIn;
        this.openCalls = openCalls;
        this.gaps = gaps;
        this.callEvents = callEvents;
        this.pbxStates = pbxStates;
        this.status = status;
        this.meters = meters;
        this.clock = clock;
        this.commands = commands;
        this.tls = tls;
    }

    void start(@Observes StartupEvent started, PbxLink shown) {
        meters.watch(
                "trunkline_ami_state",
                "State of the event link",
                () -> shown.current().state());
        meters.watch(
                "trunkline_ami_actions_state",
                "State of the connection for commands",
                () -> commands.report().state());
        PbxAddress address = address();
        if (address == null) {
            state(new PbxState.Link(AmiLink.UNNAMED, clock.instant(), LinkState.DOWN, "no PBX is configured"));
            return;
        }
        link = new AmiLink(address, config, this, this::openCalls, meters, clock, ThreadLocalRandom.current());
        link.start();
        commands.start(address);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (link != null) {
            link.stop();
        }
        commands.stop();
    }

    private @Nullable PbxAddress address() {
        return config.host()
                .filter(host -> !host.isBlank())
                .map(host -> new PbxAddress(host, config.port(), config.username(), config.secret(), false, sockets()))
                .orElseGet(() -> standIn.isResolvable() ? standIn.get().start() : null);
    }

    private SocketFactory sockets() {
        String name = config.tls().filter(text -> !text.isBlank()).orElse(null);
        if (name == null) {
            return SocketFactory.getDefault();
        }
        try {
            return tls.get(name)
                    .orElseThrow(() -> new IllegalStateException(
                            "trunkline.pbx.tls: there is no TLS configuration quarkus.tls." + name))
                    .createSSLContext()
                    .getSocketFactory();
        } catch (RuntimeException wrong) {
            throw wrong;
        } catch (Exception wrong) {
            throw new IllegalStateException("trunkline.pbx.tls: quarkus.tls." + name + " cannot be used", wrong);
        }
    }

    private Set<String> openCalls(String pbx) {
        return openCalls.isResolvable() ? openCalls.get().openCalls(pbx) : Set.of();
    }

    @Override
    public void heardAgain(String pbx) {
        if (gaps.isResolvable()) {
            gaps.get().opens(pbx);
        }
    }

    @Override
    public void gap(Gap gap, Runnable afterwards) {
        if (gaps.isResolvable()) {
            gaps.get().close(gap, afterwards);
        } else {
            afterwards.run();
        }
    }

    @Override
    public void call(CallEvent event) {
        callEvents.sendAndAwait(event);
    }

    @Override
    public void state(PbxState state) {
        if (state instanceof PbxState.Link now) {
            status.set(now);
            if (now.state() == LinkState.UP) {
                commands.hurry();
            }
        }
        pbxStates.sendAndAwait(state);
    }
}
