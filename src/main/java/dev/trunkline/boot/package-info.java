/** Starting the house: the embedded database, first sign-ins and the demo. */
@NullMarked
package dev.trunkline.boot;

import org.jspecify.annotations.NullMarked;
