/** Where a caller goes: rules over the customer, the tickets and the queue, and why each call went where it did. */
@NullMarked
package dev.trunkline.routing;

import org.jspecify.annotations.NullMarked;
