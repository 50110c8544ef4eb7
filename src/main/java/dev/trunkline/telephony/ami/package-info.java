/**
 * The link to Asterisk: the only place that knows asterisk-java. Events come in as {@code ManagerEvent}s and leave as
 * {@code CallEvent}s and {@code PbxState}s; commands go out on a connection of their own.
 */
@NullMarked
package dev.trunkline.telephony.ami;

import org.jspecify.annotations.NullMarked;
