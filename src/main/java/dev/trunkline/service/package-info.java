/** What customers are owed: tickets and follow-ups, and the rules by which calls leave them behind. */
@NullMarked
package dev.trunkline.service;

import org.jspecify.annotations.NullMarked;
