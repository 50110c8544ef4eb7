package dev.trunkline.telephony.ami;

import dev.trunkline.call.OpenCallIds;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.telephony.PbxAddress;
import dev.trunkline.telephony.PbxConfig;
import dev.trunkline.telephony.ami.event.TrunklineUserEvent;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.event.ManagerEvent;

/**
 * The event link to one PBX: a connection that only listens, and the stream of news it makes.
 *
 * <pre>
 *   socket ──EventGate──> asterisk-java ──listener──> AmiStream ──> AmiSink
 *                ^                                        │
 *                └───────────── room again <──────────────┘
 * </pre>
 */
final class AmiLink implements AmiKeeper.Owner {
    /** What a PBX is called before it has told its name. */
    static final String UNNAMED = "pbx";

    /** How long events may wait for room before the link is given up. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PbxAddress address;
    private final PbxConfig config;
    private final AmiMeters meters;
    private final AmiStream stream;
    private final AmiKeeper keeper;
    private final Clock clock;
    private boolean wasUp;

    AmiLink(
            PbxAddress address,
            PbxConfig config,
            AmiSink sink,
            OpenCallIds openCalls,
            AmiMeters meters,
            Clock clock,
            RandomGenerator random) {
        this.address = address;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
        this.stream = new AmiStream(UNNAMED, sink, openCalls, meters, clock);
        this.keeper = new AmiKeeper("events", "on", address, config, this, random);
    }

    void start() {
        stream.start();
        stream.linkIs(LinkState.CONNECTING, "connecting to " + address);
        keeper.start();
    }

    void stop() {
        keeper.stop();
        stream.stop();
    }

    @Override
    public AmiSession newSession() {
        stream.connecting();
        EventGate gate = new EventGate(EventGate.MOST_ON_THEIR_WAY, PATIENCE, meters::event, meters::overflow);
        return new AmiSession(address, config, gate, event -> onEvent(event, gate), meters.clocks(), clock);
    }

    /** On asterisk-java's thread: hands over, nothing else. */
    private void onEvent(ManagerEvent event, EventGate gate) {
        if (EventNames.used(EventNames.of(event))) {
            stream.arrived(event, gate::leave);
        } else if (event instanceof TrunklineUserEvent) {
            stream.arrived(event, () -> {});
        }
    }

    @Override
    public void up(AmiSession session) throws IOException, TimeoutException {
        String name = session.systemName();
        if (wasUp) {
            meters.reconnect();
        }
        wasUp = true;
        session.compareClocks();
        stream.up(name, new SessionAsker(session, stream::ready));
    }

    @Override
    public void down(LinkState state, String detail) {
        stream.linkIs(state, detail);
    }
}
