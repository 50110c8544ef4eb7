/** The append-only account of who changed or looked at what. */
@NullMarked
package dev.trunkline.shared.audit;

import org.jspecify.annotations.NullMarked;
