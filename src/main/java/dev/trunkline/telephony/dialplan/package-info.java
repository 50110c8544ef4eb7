/** What the dialplan asks us over HTTP, with time-outs on its side: where a call goes. */
@NullMarked
package dev.trunkline.telephony.dialplan;

import org.jspecify.annotations.NullMarked;
