/** What colleagues know and write down for each other: articles, their versions, and which of them suit a call. */
@NullMarked
package dev.trunkline.knowledge;

import org.jspecify.annotations.NullMarked;
