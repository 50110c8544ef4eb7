/** What every room uses: identifiers, time, phone numbers, lists, problems. */
@NullMarked
package dev.trunkline.shared;

import org.jspecify.annotations.NullMarked;
