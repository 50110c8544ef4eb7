/** Recordings: found at the PBX, checked, kept in our own place, played to who may hear them. */
@NullMarked
package dev.trunkline.call.recording;

import org.jspecify.annotations.NullMarked;
