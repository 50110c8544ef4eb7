package dev.trunkline.call.recording;

import dev.trunkline.call.Call;
import java.time.Instant;

/**
 * A recording to be fetched.
 *
 * @param file base name of the PBX's files, hostile
 * @param attempts how often it was tried, this time included
 * @param direction of the call: tells whose channel was recorded
 */
record Recording(String callId, int n, String file, Instant startedAt, int attempts, Call.Direction direction) {}
