package dev.trunkline.routing;

/** What became of a rule when a caller was held against it. */
public enum RoutingVerdict {
    SUITS,
    /** It suits, but its queue is not there any more. */
    QUEUE_GONE,
    MISSED,
    /** A rule before it had the last word. */
    NOT_TRIED
}
