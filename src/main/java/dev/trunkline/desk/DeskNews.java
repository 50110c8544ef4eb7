package dev.trunkline.desk;

import dev.trunkline.acd.AgentChange;
import dev.trunkline.acd.AgentState;
import dev.trunkline.call.Call;
import dev.trunkline.call.CallChange;
import dev.trunkline.call.PbxState;
import dev.trunkline.call.history.CallView;
import dev.trunkline.desk.control.LineView;
import dev.trunkline.desk.control.PickableCallView;
import dev.trunkline.shared.messaging.Channels;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Takes the telephone's news to the desks they concern. Nothing here waits: what has to be looked up follows. Small changes
 * of a call, of which its beginning has many in a moment, are gathered into one message; what an agent acts on is told at
 * once.
 */
@ApplicationScoped
class DeskNews {

    private static final long GATHERING_MS = 50;

    private final Desks desks;
    private final ScreenPops pops;
    private final CallerIdentification callers;
    private final Vertx vertx;
    private final Set<String> parked = ConcurrentHashMap.newKeySet();

    DeskNews(Desks desks, ScreenPops pops, CallerIdentification callers, Vertx vertx) {
        this.vertx = vertx;
        this.desks = desks;
        this.pops = pops;
        this.callers = callers;
    }

    @Incoming(Channels.CALL_CHANGES_DESK)
    void on(CallChange change) {
        callers.on(change);
        Call call = change.call();
        if (!call.handovers().isEmpty()) {
            tellOfParking(call);
        }
        switch (change) {
            case CallChange.Started ignored -> {}
            case CallChange.Offered offered -> {
                pops.offered(call, offered.offer());
                tell(offered.offer().agent(), call);
            }
            case CallChange.OfferEnded ended -> {
                if (ended.offer().outcome() == Call.OfferOutcome.ANSWERED) {
                    tell(ended.offer().agent(), call);
                } else {
                    gone(ended.offer().agent(), call);
                }
            }
            case CallChange.Connected connected -> tell(connected.segment().agent(), call);
            case CallChange.Disconnected disconnected ->
                tellAgain(disconnected.segment().agent(), call);
            case CallChange.PhoneBusy busy -> {
                handedOn(busy.leg(), call);
                tell(busy.leg().party(), call);
            }
            case CallChange.PhoneFree free -> tellAgain(free.leg().party(), call);
            case CallChange.Updated ignored -> desksWith(call).forEach(desk -> tellSoon(desk, call));
            case CallChange.Ended ignored -> desksWith(call).forEach(desk -> tell(desk, call));
        }
    }

    /** A parked call is anybody's to take, so everybody is told when there is one and when it has gone. */
    private void tellOfParking(Call call) {
        boolean waits = PickableCallView.parked(call);
        if (waits ? parked.add(call.id()) : parked.remove(call.id())) {
            desks.all().forEach(desk -> desks.send(desk, new DeskMessage.Notice("parked-calls", Map.of())));
        }
    }

    @Incoming(Channels.AGENT_CHANGES_DESK)
    void on(AgentChange change) {
        AgentDesk desk = desks.of(change.agent());
        if (change.state() instanceof AgentState.Resting) {
            desk.clear();
        }
        desks.send(desk, new DeskMessage.AgentChanged(change.view()));
        String callId = change.view().callId();
        if (callId != null) {
            // A page that showed another call until now has let this one pass.
            desk.call(callId).ifPresent(call -> send(desk, call));
        }
    }

    /** A customer's call comes to an agent's phone by no queue: transferred, picked up, taken from a parking space. */
    private void handedOn(Call.Leg leg, Call call) {
        String agent = leg.party();
        boolean own = leg.id().equals(call.id());
        if (agent != null
                && !own
                && call.direction() != Call.Direction.INTERNAL
                && desks.of(agent).pop(call.id()).isEmpty()) {
            pops.handedOn(call, agent, leg.ringingAt() == null ? leg.startedAt() : leg.ringingAt());
        }
    }

    @Incoming(Channels.PBX_STATES_DESK)
    void on(PbxState state) {
        switch (state) {
            case PbxState.Link link -> {
                String code = "pbx-" + link.state().name().toLowerCase(Locale.ROOT);
                desks.all().forEach(desk -> desks.send(desk, new DeskMessage.Notice(code, Map.of("pbx", link.pbx()))));
            }
            case PbxState.Member ignored -> {}
            case PbxState.MemberGone ignored -> {}
            case PbxState.CoachLeg ignored -> {}
            case PbxState.CoachLegsVerified ignored -> {}
        }
    }

    private List<AgentDesk> desksWith(Call call) {
        return Stream.concat(
                        call.segments().stream().map(Call.Segment::agent),
                        call.legs().stream().map(Call.Leg::party))
                .filter(Objects::nonNull)
                .distinct()
                .map(desks::of)
                .filter(desk -> desk.call(call.id()).isPresent())
                .toList();
    }

    private void tell(@Nullable String agent, Call call) {
        if (agent != null) {
            tell(desks.of(agent), call);
        }
    }

    private void tell(AgentDesk desk, Call call) {
        desk.told(call.id());
        desk.put(call);
        send(desk, call);
    }

    private void send(AgentDesk desk, Call call) {
        desks.send(desk, new DeskMessage.CallChanged(CallView.live(call), LineView.of(call, desk.agent()), false));
    }

    private void tellSoon(AgentDesk desk, Call call) {
        desk.put(call);
        if (desk.tellSoon(call.id())) {
            vertx.setTimer(GATHERING_MS, timer -> {
                if (desk.told(call.id())) {
                    desk.call(call.id()).ifPresent(latest -> tell(desk, latest));
                }
            });
        }
    }

    /** Tells a desk that shows the call; one that has put it away does not get it back. */
    private void tellAgain(@Nullable String agent, Call call) {
        if (agent != null && desks.of(agent).call(call.id()).isPresent()) {
            tell(agent, call);
        }
    }

    private void gone(String agent, Call call) {
        AgentDesk desk = desks.of(agent);
        desk.told(call.id());
        desk.forget(call.id());
        desks.send(desk, new DeskMessage.CallChanged(CallView.live(call), null, true));
    }
}
