/** The agent's phone: at the desk or in the browser, and what a browser needs to be one. */
@NullMarked
package dev.trunkline.desk.phone;

import org.jspecify.annotations.NullMarked;
