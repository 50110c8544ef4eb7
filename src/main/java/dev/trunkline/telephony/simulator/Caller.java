package dev.trunkline.telephony.simulator;

import org.jspecify.annotations.Nullable;

/**
 * Somebody outside who calls.
 *
 * @param number as the carrier sends it, null for none
 * @param name as the carrier sends it, null for none
 * @param withheld whether the number must not be shown; the PBX still sees it
 */
public record Caller(@Nullable String number, @Nullable String name, boolean withheld) {}
