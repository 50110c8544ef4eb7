package dev.trunkline.telephony.journal;

import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallEvent.AgentConnected;
import dev.trunkline.call.CallEvent.BridgeEntered;
import dev.trunkline.call.CallEvent.BridgeLeft;
import dev.trunkline.call.CallEvent.CallerPresented;
import dev.trunkline.call.CallEvent.DialEnded;
import dev.trunkline.call.CallEvent.DialStarted;
import dev.trunkline.call.CallEvent.DialStatus;
import dev.trunkline.call.CallEvent.HangupRequested;
import dev.trunkline.call.CallEvent.LegAnswered;
import dev.trunkline.call.CallEvent.LegEnded;
import dev.trunkline.call.CallEvent.LegMoved;
import dev.trunkline.call.CallEvent.LegStarted;
import dev.trunkline.call.CallEvent.OfferStarted;
import dev.trunkline.call.CallEvent.RecordingStarted;
import dev.trunkline.telephony.ami.Fields;
import dev.trunkline.telephony.ami.MalformedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the PBX's journal of a call means, in the words in which the live link tells of calls, so that the same tracker
 * makes the same call of both. Pure; lives for one call. Which rows a call brings, and in which order, is what Asterisk
 * 22 was seen to write (the captures among the tests); {@code docs/call-sources.md} says which field comes from where.
 *
 * <p>CEL's rows give order and time. queue_log knows whole seconds only, so that its lines are not sorted in among them:
 * each is taken where CEL shows what it is about (see {@link QueueStays}).
 */
final class JournalTranslator {
    private final String pbx;
    private final JournalCall call;
    private final Function<String, @Nullable String> agentOfEndpoint;
    private final List<CallEvent> events = new ArrayList<>();
    private final Map<String, Leg> legs = new LinkedHashMap<>();
    private final Set<String> offered = new HashSet<>();
    private final QueueStays stays;

    /** A channel as far as the rows have come. */
    private static final class Leg {
        final String channel;
        List<String> dials = List.of();
        int dialled;

        @Nullable
        String lastDialled;

        @Nullable
        String offeredBy;

        @Nullable
        String agent;

        @Nullable
        String parker;

        boolean wasDialled;
        boolean connected;
        boolean ended;

        Leg(String channel) {
            this.channel = channel;
        }
    }

    private JournalTranslator(String pbx, JournalCall call, Function<String, @Nullable String> agentOfEndpoint) {
        this.pbx = pbx;
        this.call = call;
        this.agentOfEndpoint = agentOfEndpoint;
        this.stays = new QueueStays(pbx, call);
    }

    /**
     * The call's events in the order they happened.
     *
     * @param agentOfEndpoint the agent's extension for the name of a phone's endpoint, null when it is no agent's
     */
    static List<CallEvent> events(String pbx, JournalCall call, Function<String, @Nullable String> agentOfEndpoint) {
        JournalTranslator translator = new JournalTranslator(pbx, call, agentOfEndpoint);
        for (JournalLine row : call.rows()) {
            if (row instanceof CelLine cel && cel.application().equals("AppQueue") && !cel.is("LINKEDID_END")) {
                translator.offered.add(cel.uniqueId());
            }
        }
        call.rows().forEach(translator::row);
        return List.copyOf(translator.events);
    }

    private void row(JournalLine row) {
        switch (row) {
            case CelLine cel -> cel(cel);
            case MovedLine moved -> events.add(new LegMoved(pbx, moved.at(), call.id(), moved.legId(), moved.into()));
            case JoinedLine joined -> joined(joined);
            case QueueLogLine ignored -> throw new IllegalStateException("queue_log has a list of its own");
        }
    }

    private void joined(JoinedLine row) {
        if (legs.putIfAbsent(row.legId(), new Leg(row.channel())) == null) {
            events.add(new LegStarted(
                    pbx, row.startedAt(), call.id(), row.legId(), row.channel(), null, null, false, null, null));
            if (row.answeredAt() != null) {
                events.add(new LegAnswered(pbx, row.answeredAt(), call.id(), row.legId()));
            }
        }
        if (row.bridge() != null) {
            events.add(new BridgeEntered(pbx, row.at(), call.id(), row.legId(), row.bridge()));
        }
    }

    private void cel(CelLine row) {
        if (row.is("LINKEDID_END")) {
            return;
        }
        Leg leg = legs.get(row.uniqueId());
        if (leg == null) {
            leg = begin(row);
        }
        switch (row.type()) {
            case "ANSWER" -> answered(row, leg);
            case "APP_START" -> applicationStarted(row, leg);
            case "APP_END" -> applicationEnded(row, leg);
            case "BRIDGE_ENTER" -> bridgeEntered(row, leg);
            case "BRIDGE_EXIT" -> bridgeLeft(row);
            case "HANGUP", "CHAN_END" -> ended(row, leg);
            case "USER_DEFINED" -> userDefined(row);
            default -> handed(row, leg);
        }
    }

    private void answered(CelLine row, Leg leg) {
        events.add(new LegAnswered(pbx, row.at(), call.id(), row.uniqueId()));
        if (leg.wasDialled) {
            events.add(new DialEnded(pbx, row.at(), call.id(), row.uniqueId(), DialStatus.ANSWER));
        }
    }

    private void handed(CelLine row, Leg leg) {
        if (row.is("PARK_START")) {
            leg.parker = HandingRows.parker(row);
        }
        CallEvent event = HandingRows.event(pbx, call.id(), row, this::legOfChannel, leg.parker);
        if (event != null) {
            events.add(event);
        }
    }

    private @Nullable String legOfChannel(String channel) {
        String found = null;
        for (Map.Entry<String, Leg> each : legs.entrySet()) {
            if (each.getValue().channel.equals(channel)) {
                found = each.getKey();
            }
        }
        return found;
    }

    /** The first sight of a channel: its own first row, or, where that is in another call or lost, any other. */
    private Leg begin(CelLine row) {
        String id = row.uniqueId();
        Leg leg = new Leg(row.channel());
        boolean fresh = row.is("CHAN_START");
        boolean origin = id.equals(call.id());
        String dialled = fresh || origin ? Fields.dialled(row.extension()) : null;
        events.add(new LegStarted(
                pbx,
                row.at(),
                call.id(),
                id,
                leg.channel,
                origin ? Fields.number(row.number()) : null,
                null,
                origin && Fields.anonymous(row.number()),
                dialled,
                fresh ? row.context() : null));
        if (!fresh && !origin && (row.type().startsWith("BRIDGE_") || row.is("APP_START"))) {
            events.add(new LegAnswered(pbx, row.at(), call.id(), id));
        }
        // A Local channel begins as if it had dialled, and may be a queue's offer all the same.
        if (fresh && (dialled == null || offered.contains(id))) {
            dialled(row, leg, origin);
        }
        legs.put(id, leg);
        return leg;
    }

    /** A channel that the PBX made: for whom? A queue's offers run AppQueue; else the dial begun last and not over. */
    private void dialled(CelLine row, Leg leg, boolean origin) {
        String id = row.uniqueId();
        leg.wasDialled = true;
        if (origin) {
            events.add(new DialStarted(pbx, row.at(), call.id(), null, id, null));
            return;
        }
        Map.Entry<String, Leg> dialler = null;
        for (Map.Entry<String, Leg> each : legs.entrySet()) {
            if (each.getValue().dialled < each.getValue().dials.size()) {
                dialler = each;
            }
        }
        String queue = stays.current();
        if (queue != null && (offered.contains(id) || (dialler == null && stays.waiting()))) {
            stays.offered();
            leg.offeredBy = queue;
            leg.agent = agent(row.channel());
            events.add(new OfferStarted(pbx, row.at(), call.id(), queue, leg.agent, id));
            String caller = stays.caller();
            events.add(new DialStarted(pbx, row.at(), call.id(), caller, id, null));
            Leg waiting = caller == null ? null : legs.get(caller);
            if (waiting != null) {
                waiting.lastDialled = id;
            }
        } else if (dialler != null) {
            Leg from = dialler.getValue();
            String dialString = from.dials.get(from.dialled++);
            from.lastDialled = id;
            events.add(
                    new DialStarted(pbx, row.at(), call.id(), dialler.getKey(), id, Fields.optionalWord(dialString)));
        }
    }

    /** The extension behind {@code PJSIP/1001-0000001c} or {@code Local/1001@agents-00000001;1}, else the device's name. */
    private String agent(String channel) {
        String device = channel.substring(channel.indexOf('/') + 1);
        int end = device.indexOf('@') >= 0 ? device.indexOf('@') : device.lastIndexOf('-');
        String endpoint = end < 0 ? device : device.substring(0, end);
        String agent = agentOfEndpoint.apply(endpoint);
        return agent == null ? endpoint : agent;
    }

    private void applicationStarted(CelLine row, Leg leg) {
        String first = row.data().split(",", 2)[0];
        if (row.application().equals("Queue")) {
            String queue = Fields.optionalWord(first);
            if (queue != null) {
                stays.began(row, queue, events);
            }
        } else if (row.application().equals("Dial")) {
            leg.dials = List.of(first.split("&"));
            leg.dialled = 0;
            leg.lastDialled = null;
        }
    }

    private void applicationEnded(CelLine row, Leg leg) {
        if (row.application().equals("Queue")) {
            stays.over(row, events);
        } else if (row.application().equals("Dial")) {
            leg.dials = List.of();
            leg.dialled = 0;
        }
    }

    private void bridgeEntered(CelLine row, Leg leg) {
        String bridge = bridge(row);
        if (bridge == null) {
            return;
        }
        String queue = leg.offeredBy == null ? stays.current() : leg.offeredBy;
        String agent = leg.agent == null ? stays.connectedMember(row.uniqueId()) : leg.agent;
        if (offered.contains(row.uniqueId()) && queue != null && agent != null && !leg.connected) {
            leg.connected = true;
            stays.connected();
            events.add(new AgentConnected(pbx, row.at(), call.id(), queue, agent, row.uniqueId()));
        }
        events.add(new BridgeEntered(pbx, row.at(), call.id(), row.uniqueId(), bridge));
    }

    private void bridgeLeft(CelLine row) {
        String bridge = bridge(row);
        if (bridge != null) {
            events.add(new BridgeLeft(pbx, row.at(), call.id(), row.uniqueId(), bridge));
        }
    }

    private static @Nullable String bridge(CelLine row) {
        return Fields.optionalWord(row.extra().get("bridge_id"));
    }

    /** HANGUP tells why; CHAN_END follows it and counts only where that row is lost. */
    private void ended(CelLine row, Leg leg) {
        if (leg.ended) {
            return;
        }
        leg.ended = true;
        String status = row.extra().getOrDefault("dialstatus", "");
        if (!status.isEmpty() && !status.equals("ANSWER") && leg.lastDialled != null) {
            events.add(new DialEnded(pbx, row.at(), call.id(), leg.lastDialled, dialStatus(status)));
        }
        String source = row.extra().getOrDefault("hangupsource", "");
        legs.forEach((id, each) -> {
            if (each.channel.equals(source)) {
                events.add(new HangupRequested(pbx, row.at(), call.id(), id));
            }
        });
        events.add(new LegEnded(pbx, row.at(), call.id(), row.uniqueId(), cause(row), null));
        if (leg.offeredBy != null && leg.agent != null && !leg.connected) {
            stays.offerEnded(row, leg.offeredBy, leg.agent, events);
        }
    }

    private static int cause(CelLine row) {
        try {
            return Integer.parseInt(row.extra().getOrDefault("hangupcause", "0"));
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static DialStatus dialStatus(String status) {
        for (DialStatus known : DialStatus.values()) {
            if (known.name().equals(status)) {
                return known;
            }
        }
        return DialStatus.OTHER;
    }

    /** What the dialplan has written into CEL because no row of Asterisk's own says it. */
    private void userDefined(CelLine row) {
        String said = row.extra().getOrDefault("extra", "");
        Instant at = row.at();
        try {
            switch (row.userType()) {
                case "TrunklineCall" ->
                    events.add(new CallerPresented(
                            pbx,
                            at,
                            call.id(),
                            row.uniqueId(),
                            Fields.dialled(row.extension()),
                            Fields.withheld(said) || Fields.number(row.number()) == null));
                case "TrunklineRecording" ->
                    events.add(new RecordingStarted(pbx, at, call.id(), Fields.id("File", said)));
                case "TrunklineQueueLeft" -> stays.said(row, said, events);
                default -> {}
            }
        } catch (MalformedEvent malformed) {
            return;
        }
    }
}
