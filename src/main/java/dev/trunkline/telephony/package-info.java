/** Asterisk, and nothing of customers, tickets or campaigns: where the PBX is and what stands in for it. */
@NullMarked
package dev.trunkline.telephony;

import org.jspecify.annotations.NullMarked;
