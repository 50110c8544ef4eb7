package dev.trunkline.telephony.ami;

import dev.trunkline.call.CallEvent;
import dev.trunkline.call.OpenCallIds;
import dev.trunkline.call.PbxState;
import dev.trunkline.telephony.PbxAddress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A link to a PBX and all it said, without a service around it. */
final class Heard implements AmiSink, OpenCallIds, AutoCloseable {
    final List<CallEvent> calls = new CopyOnWriteArrayList<>();
    final List<PbxState> states = new CopyOnWriteArrayList<>();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    volatile Set<String> open = Set.of();
    private final AmiLink link;

    Heard(int port, FastConfig config) {
        PbxAddress address = new PbxAddress("127.0.0.1", port, "trunkline", "trunkline", false);
        link = new AmiLink(address, config, this, this, new AmiMeters(registry), Clock.systemUTC(), new Random(1));
        link.start();
    }

    Heard(int port) {
        this(port, new FastConfig());
    }

    List<String> kinds() {
        return calls.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    List<PbxState.LinkState> linkStates() {
        return states.stream()
                .filter(PbxState.Link.class::isInstance)
                .map(state -> ((PbxState.Link) state).state())
                .toList();
    }

    double count(String name) {
        return registry.counter("trunkline_ami_" + name).count();
    }

    @Override
    public void call(CallEvent event) {
        calls.add(event);
    }

    @Override
    public void state(PbxState state) {
        states.add(state);
    }

    @Override
    public Set<String> openCalls(String pbx) {
        return open;
    }

    @Override
    public void close() {
        link.stop();
    }
}
