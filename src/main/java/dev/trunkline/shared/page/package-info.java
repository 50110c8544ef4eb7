/** Lists in pages: what is asked for, keyset cursors, and the page that answers. */
@NullMarked
package dev.trunkline.shared.page;

import org.jspecify.annotations.NullMarked;
