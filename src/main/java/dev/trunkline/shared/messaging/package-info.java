/** The channels between rooms and the bus that carries them in memory. */
@NullMarked
package dev.trunkline.shared.messaging;

import org.jspecify.annotations.NullMarked;
