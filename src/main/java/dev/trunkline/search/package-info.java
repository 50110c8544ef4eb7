/** The one search box: asks each room for what it has. */
@NullMarked
package dev.trunkline.search;

import org.jspecify.annotations.NullMarked;
