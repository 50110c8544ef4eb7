/** Taking part in agents' calls, writing to agents, and moving those who wait. Imports acd, call and identity. */
@NullMarked
package dev.trunkline.coaching;

import org.jspecify.annotations.NullMarked;
