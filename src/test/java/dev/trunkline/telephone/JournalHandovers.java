package dev.trunkline.telephone;

import dev.trunkline.telephone.JournalCall.Handover;
import java.util.ArrayList;
import java.util.List;

/** How a call changed hands, by CEL. */
final class JournalHandovers {

    /** The parking lot's number: a desk phone parks by transferring to it. */
    private static final String LOT = "700";

    private JournalHandovers() {}

    /**
     * @param rows the call's
     * @param cel all rows
     */
    static List<Handover> read(List<CelRow> rows, List<CelRow> cel) {
        List<Handover> handovers = new ArrayList<>();
        for (CelRow row : rows) {
            String agent = JournalCall.agentOf(row.channel());
            switch (row.type()) {
                case "BLINDTRANSFER" -> {
                    // The lot's own row, before this one or after it, tells of the same.
                    if (!text(row, "extension").equals(LOT)) {
                        handovers.add(new Handover("blind-transfer", row.at(), agent, text(row, "extension")));
                    }
                }
                case "ATTENDEDTRANSFER" ->
                    handovers.add(new Handover("attended-transfer", row.at(), agent, target(row, cel)));
                case "PICKUP" ->
                    handovers.add(
                            new Handover("pickup", row.at(), agent, JournalCall.agentOf(text(row, "pickup_channel"))));
                case "PARK_START" -> handovers.add(new Handover("parked", row.at(), parker(row), null));
                case "PARK_END" ->
                    handovers.add(unparked(row, handovers.getLast().from()));
                default -> {}
            }
        }
        return handovers;
    }

    private static Handover unparked(CelRow row, String parker) {
        return text(row, "reason").equals("ParkedCallTimeOut")
                ? new Handover("park-returned", row.at(), null, parker)
                : new Handover("unparked", row.at(), null, JournalCall.agentOf(text(row, "retriever")));
    }

    private static String parker(CelRow row) {
        return text(row, "parker_dial_string").replaceFirst("^PJSIP/(10\\d\\d).*", "$1");
    }

    /** The agent who got the call; whoever was dialled where that is no agent; null where CEL names neither. */
    private static String target(CelRow row, List<CelRow> cel) {
        String channel = text(row, "transfer_target_channel_name");
        String agent = JournalCall.agentOf(channel);
        if (agent != null) {
            return agent;
        }
        String dialled = channel.startsWith("Local/")
                ? channel.substring("Local/".length(), channel.indexOf('@'))
                : JournalCall.only(cel, "CHAN_START", text(row, "channel2_uniqueid"))
                        .extension();
        return dialled.equals("s") ? null : dialled;
    }

    private static String text(CelRow row, String name) {
        return row.extra().path(name).asText();
    }
}
