package dev.trunkline.telephony.journal;

import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallEvent.Parked;
import dev.trunkline.call.CallEvent.PickedUp;
import dev.trunkline.call.CallEvent.TransferKind;
import dev.trunkline.call.CallEvent.Transferred;
import dev.trunkline.call.CallEvent.Unparked;
import dev.trunkline.telephony.ami.Fields;
import dev.trunkline.telephony.ami.MalformedEvent;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What CEL's rows mean that tell of a call changing hands. Pure. */
final class HandingRows {
    private HandingRows() {}

    /**
     * The row in our words, null when it means nothing here.
     *
     * @param legOfChannel the unique id of one of the call's channels by its name, null when it has none of that name
     * @param parker the device that parked this channel last, null when it is not parked
     */
    static @Nullable CallEvent event(
            String pbx,
            String callId,
            CelLine row,
            Function<String, @Nullable String> legOfChannel,
            @Nullable String parker) {
        String leg = row.uniqueId();
        return switch (row.type()) {
            case "BLINDTRANSFER" ->
                new Transferred(
                        pbx,
                        row.at(),
                        callId,
                        leg,
                        TransferKind.BLIND,
                        Fields.dialled(row.extra().get("extension")));
            case "ATTENDEDTRANSFER" ->
                // By a feature code both channels are one, and whom it asked a Local channel's name tells.
                new Transferred(
                        pbx,
                        row.at(),
                        callId,
                        leg,
                        TransferKind.ATTENDED,
                        leg.equals(row.extra().get("channel2_uniqueid"))
                                ? null
                                : Fields.dialled(row.extra().get("channel2_extension")));
            case "PICKUP" -> pickedUp(pbx, callId, row);
            case "PARK_START" -> new Parked(pbx, row.at(), callId, leg, parker(row), null);
            case "PARK_END" -> unparked(pbx, callId, row, legOfChannel, parker);
            default -> null;
        };
    }

    /** The device that parks a channel, such as {@code PJSIP/1001}, of a PARK_START. */
    static @Nullable String parker(CelLine row) {
        return Fields.optionalWord(row.extra().get("parker_dial_string"));
    }

    private static @Nullable CallEvent pickedUp(String pbx, String callId, CelLine row) {
        try {
            String taker = Fields.id("taker", row.extra().get("pickup_channel_uniqueid"));
            return new PickedUp(pbx, row.at(), callId, row.uniqueId(), callId, taker);
        } catch (MalformedEvent unknown) {
            return null;
        }
    }

    /** A caller who hangs up in the parking space is told by the channel's end alone. */
    private static @Nullable CallEvent unparked(
            String pbx,
            String callId,
            CelLine row,
            Function<String, @Nullable String> legOfChannel,
            @Nullable String parker) {
        return switch (row.extra().getOrDefault("reason", "")) {
            case "ParkedCallTimeOut" -> new Unparked(pbx, row.at(), callId, row.uniqueId(), parker, null, null);
            case "ParkedCallUnparked" -> {
                String taker = legOfChannel.apply(row.extra().getOrDefault("retriever", ""));
                yield taker == null ? null : new Unparked(pbx, row.at(), callId, row.uniqueId(), parker, null, taker);
            }
            default -> null;
        };
    }
}
