/** Companies and people, how to reach them, and whose telephone rings. */
@NullMarked
package dev.trunkline.customer;

import org.jspecify.annotations.NullMarked;
