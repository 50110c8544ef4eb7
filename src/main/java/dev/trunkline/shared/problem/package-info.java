/** What went wrong, said to clients as RFC 9457 problem details. */
@NullMarked
package dev.trunkline.shared.problem;

import org.jspecify.annotations.NullMarked;
