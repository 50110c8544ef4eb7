package dev.trunkline.identity;

/**
 * Somebody signed out or an account was changed at this replica, and it is committed: whatever was given on the strength
 * of either should be looked through. A CDI event, sent on an event loop: observers must not block.
 */
public record AccessChanged() {}
