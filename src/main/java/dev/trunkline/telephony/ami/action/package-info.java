/** Actions that asterisk-java has no class for, or lacks a field of. It reads their fields by reflection. */
@NullMarked
package dev.trunkline.telephony.ami.action;

import org.jspecify.annotations.NullMarked;
