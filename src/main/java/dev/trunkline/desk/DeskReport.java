package dev.trunkline.desk;

/**
 * Agents' desks and what they are sent. Counts are since the service started.
 *
 * @param agents desks with a page open
 * @param pages pages open
 * @param slow pages that have not taken a message for a second
 * @param behind messages that the slowest page has yet to take
 * @param capacity messages kept for a page; one that is further behind gets the whole state instead
 * @param pops pops sent as an agent's phone began to ring
 * @param popsLate of these, without the customer at first, because the look-up took too long
 * @param popsIncomplete of these, left without the customer, because the look-up failed
 * @param resumes pages that came back and got just what they missed
 * @param overruns times a page fell too far behind and got the whole state instead
 * @param givenUp pages that took nothing for too long and were cut off
 */
public record DeskReport(
        int agents,
        int pages,
        int slow,
        long behind,
        long capacity,
        long pops,
        long popsLate,
        long popsIncomplete,
        long resumes,
        long overruns,
        long givenUp) {}
