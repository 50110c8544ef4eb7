/** Ways of looking at lists that people keep for themselves and find again on any machine. */
@NullMarked
package dev.trunkline.identity.view;

import org.jspecify.annotations.NullMarked;
