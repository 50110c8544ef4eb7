package dev.trunkline.telephony.dialplan;

import org.jspecify.annotations.Nullable;

/**
 * An inbound call that the PBX asks about before it goes anywhere.
 *
 * @param callId Asterisk's linkedid
 * @param did our number that was dialled
 * @param from the caller's number as the carrier sent it: hostile text; null when there is none
 * @param withheld whether the caller asked not to be identified
 */
public record RouteQuestion(
        String callId, String did, @Nullable String from, boolean withheld) {}
