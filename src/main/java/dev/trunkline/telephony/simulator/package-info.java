/**
 * A PBX that stands in while none is configured: it speaks the manager interface over TCP, so everything above runs as in
 * production. Its calls send the events a real Asterisk sends, held to logs captured from one.
 */
@NullMarked
package dev.trunkline.telephony.simulator;

import org.jspecify.annotations.NullMarked;
