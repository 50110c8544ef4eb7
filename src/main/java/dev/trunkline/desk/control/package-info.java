/** Dialling, and what an agent can do with a call from page or program. Imports the rooms the desk does. */
@NullMarked
package dev.trunkline.desk.control;

import org.jspecify.annotations.NullMarked;
