/** How our words look in JSON. */
@NullMarked
package dev.trunkline.shared.json;

import org.jspecify.annotations.NullMarked;
