/** Automatic call distribution: queues and their numbers, agents and the states they are in. */
@NullMarked
package dev.trunkline.acd;

import org.jspecify.annotations.NullMarked;
