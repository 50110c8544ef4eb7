/** Calls as they were: the list and the single call for people, and what other rooms ask of past calls. */
@NullMarked
package dev.trunkline.call.history;

import org.jspecify.annotations.NullMarked;
