package dev.trunkline.telephony.ami;

import dev.trunkline.call.CallCommands;
import dev.trunkline.call.Destination;
import dev.trunkline.telephony.ami.action.BlindTransferAction;
import dev.trunkline.telephony.ami.action.CancelAtxferAction;
import dev.trunkline.telephony.ami.action.ParkCallAction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.MixMonitorMuteAction;
import org.asteriskjava.manager.action.PlayDtmfAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is asked for calls, as AMI actions. Where an action wants a channel, Asterisk takes the channel's unique id as well
 * as its name. During a consultation the agent's choices have no actions: they are the key codes of {@code features.conf},
 * played as if the agent had pressed them.
 */
@ApplicationScoped
class AmiCallCommands implements CallCommands {
    private static final Logger LOG = LoggerFactory.getLogger(AmiCallCommands.class);
    private static final Pattern TONES = Pattern.compile("[0-9A-D*#]{1,32}");

    /** {@code [featuremap]} of features.conf: atxfer. */
    private static final String CONSULT_KEYS = "*2";

    private static final String EXTENSION = "TRANSFER_EXTEN";

    /** Asterisk reads the variable in the moment it hears the code. */
    private static final Duration READ_WITHIN = Duration.ofSeconds(1);

    /** {@code [general]} of features.conf: atxferswap and atxferthreeway. */
    private static final String SWAP_KEYS = "*6";

    private static final String TOGETHER_KEYS = "*5";
    private static final int TONE_MS = 120;
    private static final int CLEARED_BY_AGENT = 16;

    private final AmiCommandLink link;

    AmiCallCommands(AmiCommandLink link) {
        this.link = link;
    }

    @Override
    public Uni<Void> hangUp(String legId) {
        return run(new HangupAction(AmiWords.id(legId), CLEARED_BY_AGENT));
    }

    @Override
    public Uni<Void> transfer(String legId, Destination to) {
        return run(new BlindTransferAction(AmiWords.id(legId), AmiWords.context(to), AmiWords.number(to)));
    }

    /**
     * The key code with the destination in the channel's variables, where Asterisk takes it from. Its own action Atxfer
     * types the digits, waits {@code transferdigittimeout} for more of them, and cannot type a plus.
     */
    @Override
    public Uni<Void> consult(String legId, Destination to) {
        String leg = AmiWords.id(legId);
        String number = AmiWords.number(to);
        return run(new SetVarAction(leg, "TRANSFER_CONTEXT", AmiWords.context(to)))
                .chain(() -> run(new SetVarAction(leg, EXTENSION, number)))
                .chain(() -> press(leg, CONSULT_KEYS, true))
                .onTermination()
                .invoke(() -> forget(leg));
    }

    /** What has been read once must not decide where the agent's own key code leads later. */
    private void forget(String leg) {
        Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(READ_WITHIN)
                .chain(() -> link.send(new SetVarAction(leg, EXTENSION, "")))
                .subscribe()
                .with(done -> {}, gone -> LOG.debug("{} of {} is left as it is", EXTENSION, leg, gone));
    }

    @Override
    public Uni<Void> swap(String legId) {
        return press(legId, SWAP_KEYS, true);
    }

    @Override
    public Uni<Void> bringTogether(String legId) {
        return press(legId, TOGETHER_KEYS, true);
    }

    @Override
    public Uni<Void> cancelConsultation(String legId) {
        return run(new CancelAtxferAction(AmiWords.id(legId)));
    }

    @Override
    public Uni<Void> park(String legId, String channel) {
        return run(new ParkCallAction(AmiWords.id(legId), AmiWords.channel(channel)));
    }

    @Override
    public Uni<Void> sendTones(String legId, String digits) {
        return press(legId, AmiWords.matching(TONES, "row of tones", digits), false);
    }

    @Override
    public Uni<Void> silenceRecording(String legId, boolean silent) {
        return run(new MixMonitorMuteAction(AmiWords.id(legId), "both", silent ? 1 : 0));
    }

    /** @param received whether the PBX is to believe that the channel's own telephone pressed the keys */
    private Uni<Void> press(String legId, String keys, boolean received) {
        Stream<PlayDtmfAction> presses = keys.chars().mapToObj(key -> {
            PlayDtmfAction press = new PlayDtmfAction(AmiWords.id(legId), Character.toString(key));
            press.setReceive(received);
            press.setDuration(TONE_MS);
            return press;
        });
        return Multi.createFrom()
                .items(presses)
                .onItem()
                .transformToUniAndConcatenate(this::run)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> run(ManagerAction action) {
        return link.send(action).chain(AmiWords::done);
    }
}
