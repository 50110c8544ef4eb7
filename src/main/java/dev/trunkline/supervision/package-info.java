/** The live board: who waits, who works, and how the day goes. */
@NullMarked
package dev.trunkline.supervision;

import org.jspecify.annotations.NullMarked;
