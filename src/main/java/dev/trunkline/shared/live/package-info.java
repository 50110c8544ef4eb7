/** Live pages: numbered messages kept for who was away, and connections that hold up nobody. */
@NullMarked
package dev.trunkline.shared.live;

import org.jspecify.annotations.NullMarked;
