/** People: users, teams, roles and what they allow, sessions, and the account of who did what. */
@NullMarked
package dev.trunkline.identity;

import org.jspecify.annotations.NullMarked;
