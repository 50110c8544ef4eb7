/** What a call is: events, the call they fold into, its history and recordings. The published language of the house. */
@NullMarked
package dev.trunkline.call;

import org.jspecify.annotations.NullMarked;
