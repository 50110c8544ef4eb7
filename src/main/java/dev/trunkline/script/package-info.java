/** What to say and ask on a call: scripts that branch, their published versions, and the answers kept with each call. */
@NullMarked
package dev.trunkline.script;

import org.jspecify.annotations.NullMarked;
