/** How parts of the house tell how they are doing: figures for Prometheus and, from the same source, for people. */
@NullMarked
package dev.trunkline.shared.watch;

import org.jspecify.annotations.NullMarked;
