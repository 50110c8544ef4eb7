/** Who may do what, and whose rows they see: everything is refused unless allowed. */
@NullMarked
package dev.trunkline.shared.access;

import org.jspecify.annotations.NullMarked;
