package dev.trunkline.telephony.simulator;

import dev.trunkline.telephony.CallerNumbers;
import dev.trunkline.telephony.PbxAddress;
import dev.trunkline.telephony.PbxConfig;
import dev.trunkline.telephony.StandInPbx;
import dev.trunkline.telephony.dialplan.RouteAdvice;
import dev.trunkline.telephony.dialplan.RouteAdvisor;
import dev.trunkline.telephony.dialplan.RouteQuestion;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The simulated PBX as the service sees it, and the hands to play the people around it. Any thread but an event loop may
 * call; each method waits until the PBX has done it. Without {@code trunkline.pbx.host} it starts with the service.
 *
 * <p>What a method cannot do because the call has moved on is an {@link IllegalStateException} that says so.
 */
@ApplicationScoped
public class SimulatedPbx implements StandInPbx {
    private static final Duration ANSWER = Duration.ofSeconds(1);

    private final PbxConfig pbx;
    private final SimulatorConfig config;
    private final RealTimeline timeline;
    private final AmiServer server;
    private final Exchange exchange;
    private final Recordings recordings;
    private final @Nullable Callers callers;
    private @Nullable PbxAddress address;

    SimulatedPbx(
            PbxConfig pbx,
            SimulatorConfig config,
            Vertx vertx,
            Clock clock,
            Instance<CallerNumbers> numbers,
            Instance<RouteAdvisor> advisor) {
        this.pbx = pbx;
        this.config = config;
        this.timeline = new RealTimeline(Clock.offset(clock, config.clockAhead()));
        this.server = new AmiServer(vertx, timeline, pbx.username(), pbx.secret());
        this.recordings =
                new Recordings(config.recordings() ? pbx.recordingsDir().map(Path::of) : Optional.empty());
        Wire wire = new Wire(timeline, config.systemName(), server::broadcast, journal());
        ThreadLocalRandom random = ThreadLocalRandom.current();
        People people = config.people() ? new BusyPeople(timeline, random, config.pace()) : People.NOBODY;
        Asking asking =
                advisor.isResolvable() ? (question, answer) -> ask(advisor.get(), question, answer) : Asking.NOBODY;
        this.exchange = new Exchange(timeline, wire, config, people, recordings, asking);
        this.callers = config.callers()
                ? new Callers(
                        exchange, () -> numbers.isResolvable() ? numbers.get().numbers() : List.of(), random)
                : null;
    }

    private Journal journal() {
        return config.journalDir()
                .<Journal>map(directory -> new JournalFiles(timeline, Path.of(directory)))
                .orElse(Journal.NONE);
    }

    @Override
    public synchronized PbxAddress start() {
        if (address == null) {
            int port = server.start(config.port(), new AmiActions(exchange)::answer);
            address = new PbxAddress("127.0.0.1", port, pbx.username(), pbx.secret(), true);
            if (callers != null) {
                timeline.execute(callers::begin);
            }
        }
        return address;
    }

    void stop(@Observes ShutdownEvent stopping) {
        server.stop();
        timeline.stop();
        recordings.stop();
    }

    /**
     * A customer calls.
     *
     * @param number as the carrier sends it, null for none
     * @param name the caller's name, null for none
     * @param did which of our numbers
     * @return the call's id
     */
    public String callIn(@Nullable String number, @Nullable String name, String did) {
        return callIn(new Caller(number, name, false), did);
    }

    /** A customer calls. */
    public String callIn(Caller caller, String did) {
        return ask(() -> exchange.callIn(caller, did))
                .orElseThrow(() -> new IllegalStateException(did + " is none of our numbers"));
    }

    /** The customer of an inbound call hangs up. */
    public void callerHangsUp(String callId) {
        act(() -> exchange.queueCall(callId)
                .orElseThrow(() -> new IllegalStateException("No such call: " + callId))
                .callerHangsUp());
    }

    /** The agent's phone is picked up. */
    public void answer(String agent) {
        line(agent, (line, phone) -> line.answered(phone));
    }

    /** The agent's phone refuses the call. */
    public void refuse(String agent) {
        line(agent, (line, phone) -> line.refused(phone));
    }

    /** The agent's phone has rung to the end, without waiting for it. */
    public void ringOut(String agent) {
        line(agent, (line, phone) -> line.rangOut(phone));
    }

    /** The agent hangs up. */
    public void hangUp(String agent) {
        line(agent, (line, phone) -> line.hungUp(phone));
    }

    /** The agent puts the other side on hold. */
    public void hold(String agent) {
        line(agent, (line, phone) -> {
            Channel leg = phone.channel;
            if (leg != null) {
                exchange.wire.send(
                        leg.describe(exchange.wire.event("Hold", "call")).with("MusicClass", "default"));
            }
        });
    }

    /** The agent takes the other side back. */
    public void resume(String agent) {
        line(agent, (line, phone) -> {
            Channel leg = phone.channel;
            if (leg != null) {
                exchange.wire.channel("Unhold", leg);
            }
        });
    }

    /** The agent dials by the phone's own keys; the call's id. */
    public String phoneCalls(String agent, String number) {
        return ask(() -> exchange.phoneCalls(phone(agent), number));
    }

    /** Who an agent dialled outside picks up. */
    public void farAnswers(String callId) {
        far(callId, DialledCall::farAnswers);
    }

    /** Who an agent dialled outside is busy. */
    public void farBusy(String callId) {
        far(callId, DialledCall::farBusy);
    }

    /** Who an agent dialled outside does not pick up. */
    public void farRingsOut(String callId) {
        far(callId, DialledCall::farRangOut);
    }

    /** Who an agent dialled hangs up. */
    public void farHangsUp(String callId) {
        far(callId, DialledCall::farHangsUp);
    }

    /** Whether the agent's phone rings now. */
    public boolean rings(String agent) {
        return ask(() -> phone(agent).ringing());
    }

    /** Whether the agent's phone may be rung for the queue now: a member, not paused. */
    public boolean available(String agent, String queue) {
        return ask(() -> {
            Member member = exchange.queue(queue)
                    .map(found -> found.member(phone(agent)))
                    .orElse(null);
            return member != null && !member.paused;
        });
    }

    /** Calls that are going on. */
    public int calls() {
        return ask(exchange::calls);
    }

    /** The value of a dialplan setting, empty when it was never set. */
    public String setting(String variable) {
        return ask(() -> exchange.variables.getOrDefault(variable, ""));
    }

    /** The PBX's own account of its queue calls since it started, in the order in which callers joined. */
    public List<QueueStay> account() {
        return ask(exchange.books.ledger()::stays);
    }

    /** Ends every call at once, as a test's clean slate. */
    public void clear() {
        act(exchange::clear);
    }

    /** Cuts every connection to the manager interface; calls go on meanwhile. */
    public void cutLink() {
        act(server::cut);
    }

    /** As patient as the dialplan is. */
    private void ask(RouteAdvisor advisor, RouteQuestion question, Consumer<RouteAdvice> answer) {
        advisor.advise(question)
                .ifNoItem()
                .after(ANSWER)
                .recoverWithItem(RouteAdvice.USUAL)
                .onFailure()
                .recoverWithItem(RouteAdvice.USUAL)
                .subscribe()
                .with(advice -> timeline.after(Duration.ZERO, () -> answer.accept(advice)));
    }

    private void line(String agent, LineAct act) {
        act(() -> {
            Phone phone = phone(agent);
            Phone.Line line = phone.line;
            if (line == null) {
                throw new IllegalStateException("Phone " + agent + " has no call");
            }
            act.on(line, phone);
        });
    }

    private void far(String callId, Consumer<DialledCall> act) {
        act(() -> act.accept(
                exchange.dialledCall(callId).orElseThrow(() -> new IllegalStateException("No such call: " + callId))));
    }

    private Phone phone(String agent) {
        return exchange.phone(agent).orElseThrow(() -> new IllegalStateException("No such phone: " + agent));
    }

    private void act(Runnable task) {
        ask(() -> {
            task.run();
            return true;
        });
    }

    private <T> T ask(Callable<T> task) {
        try {
            return timeline.ask(task).orTimeout(10, TimeUnit.SECONDS).join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof IllegalStateException wrong) {
                throw new IllegalStateException(wrong.getMessage(), wrong);
            }
            throw failure;
        }
    }

    @FunctionalInterface
    private interface LineAct {
        void on(Phone.Line line, Phone phone);
    }
}
