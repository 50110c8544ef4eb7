/** The clock that everything asks. */
@NullMarked
package dev.trunkline.shared.time;

import org.jspecify.annotations.NullMarked;
