/** The demo: made-up people, customers and a month of history. */
@NullMarked
package dev.trunkline.boot.demo;

import org.jspecify.annotations.NullMarked;
