package dev.trunkline.operation;

/** How the whole is doing. In order of gravity. */
public enum SystemState {
    /** Nothing to do. */
    OK,
    /** Work goes on, but somebody should look. */
    ATTENTION,
    /** Calls, pops or records suffer now. */
    WRONG
}
