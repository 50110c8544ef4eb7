/**
 * Reports: what queues and agents have done, over any span and by intervals of the house's days. The figures are sums over
 * rows that the database keeps for each call (migration V90, decision 0020); how a stay in a queue is counted is said once,
 * in {@link dev.trunkline.report.Tally}, for the board too.
 */
@NullMarked
package dev.trunkline.report;

import org.jspecify.annotations.NullMarked;
