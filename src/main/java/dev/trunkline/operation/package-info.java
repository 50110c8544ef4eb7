/** How the whole is doing, for those who keep it running: what every room tells of itself, judged and kept for a while. */
@NullMarked
package dev.trunkline.operation;

import org.jspecify.annotations.NullMarked;
