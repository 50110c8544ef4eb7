/** Telephone numbers: one place that says what a number is. */
@NullMarked
package dev.trunkline.shared.phone;

import org.jspecify.annotations.NullMarked;
