/** The PBX's own journal, CEL and queue_log: read after a gap, and turned into what the calls of the gap were. */
@NullMarked
package dev.trunkline.telephony.journal;

import org.jspecify.annotations.NullMarked;
