/** Events that asterisk-java has no class for, or lacks a field of. It sets their fields by reflection. */
@NullMarked
package dev.trunkline.telephony.ami.event;

import org.jspecify.annotations.NullMarked;
