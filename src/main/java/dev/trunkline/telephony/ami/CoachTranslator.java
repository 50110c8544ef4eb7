package dev.trunkline.telephony.ami;

import dev.trunkline.call.CoachLegs;
import dev.trunkline.call.CoachMode;
import dev.trunkline.call.PbxState;
import dev.trunkline.call.PbxState.CoachLeg;
import dev.trunkline.call.PbxState.CoachPhase;
import dev.trunkline.telephony.ami.event.HangupWithTechCauseEvent;
import java.time.Instant;
import java.util.Objects;
import org.asteriskjava.manager.event.ChanSpyStartEvent;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.NewStateEvent;
import org.jspecify.annotations.Nullable;

/**
 * What an AMI event means for a coach's leg, be it live or of the PBX's list of channels. Pure. Whom the coach hears and how
 * is said by the dialplan's extension and by the channel that {@code ChanSpy} was given, so that the list tells it too.
 */
final class CoachTranslator {
    private static final String CONTEXT = "coaching";
    private static final String APPLICATION = "ChanSpy";

    private CoachTranslator() {}

    /**
     * The event in our words, null when it means nothing for a coach's leg.
     *
     * @throws MalformedEvent when the event lacks what it must have
     */
    static @Nullable PbxState state(String pbx, Instant at, ManagerEvent event) {
        return switch (event) {
            case NewChannelEvent e
            when ours(e.getLinkedid()) -> leg(pbx, at, e.getUniqueId(), e.getChannel(), CoachPhase.RINGING, null, null);
            case NewStateEvent e
            when ours(e.getLinkedId()) ->
                leg(pbx, at, e.getUniqueId(), e.getChannel(), phase(e.getChannelState()), null, null);
            case HangupWithTechCauseEvent e
            when ours(e.getLinkedId()) -> leg(pbx, at, e.getUniqueId(), e.getChannel(), CoachPhase.GONE, null, null);
            case ChanSpyStartEvent e
            when ours(e.getSpyerLinkedId()) ->
                leg(
                        pbx,
                        at,
                        e.getSpyerUniqueId(),
                        e.getSpyerChannel(),
                        CoachPhase.UP,
                        e.getSpyeeChannel(),
                        mode(e.getSpyerContext(), e.getSpyerExten()));
            case CoreShowChannelEvent e
            when ours(e.getLinkedid()) ->
                leg(
                        pbx,
                        at,
                        e.getUniqueid(),
                        e.getChannel(),
                        phase(e.getChannelState()),
                        APPLICATION.equals(e.getApplication()) ? heard(e.getApplicationdata()) : null,
                        mode(e.getContext(), e.getExten()));
            default -> null;
        };
    }

    private static CoachLeg leg(
            String pbx,
            Instant at,
            @Nullable String uniqueId,
            @Nullable String channel,
            CoachPhase phase,
            @Nullable String heard,
            @Nullable CoachMode mode) {
        boolean known = heard != null && mode != null;
        return new CoachLeg(
                pbx,
                at,
                Fields.id("Uniqueid", uniqueId),
                AgentDevices.extension(Fields.channel(channel)),
                phase,
                known ? Fields.channel(heard) : null,
                known ? mode : null);
    }

    private static boolean ours(@Nullable String linkedId) {
        return linkedId != null && CoachLegs.is(linkedId);
    }

    private static CoachPhase phase(@Nullable Integer state) {
        return Objects.requireNonNullElse(state, 0) == AmiTranslator.UP ? CoachPhase.UP : CoachPhase.RINGING;
    }

    private static @Nullable CoachMode mode(@Nullable String context, @Nullable String exten) {
        return CONTEXT.equals(context) && exten != null ? CoachMode.of(exten).orElse(null) : null;
    }

    /** {@code PJSIP/1001-0000001c} of {@code PJSIP/1001-0000001c,uqES}. */
    private static @Nullable String heard(@Nullable String data) {
        return data == null ? null : data.split(",", 2)[0];
    }
}
