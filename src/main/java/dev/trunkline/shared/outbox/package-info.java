/** Domain events that leave with the transaction that caused them, and are taken in once. */
@NullMarked
package dev.trunkline.shared.outbox;

import org.jspecify.annotations.NullMarked;
