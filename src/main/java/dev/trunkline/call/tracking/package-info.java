/** Events folded into calls, and what becomes of the result: news on the channel, rows in the database. */
@NullMarked
package dev.trunkline.call.tracking;

import org.jspecify.annotations.NullMarked;
