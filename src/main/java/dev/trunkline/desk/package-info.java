/** The agent's place: what rings, who calls, and what is noted about it afterwards. */
@NullMarked
package dev.trunkline.desk;

import org.jspecify.annotations.NullMarked;
