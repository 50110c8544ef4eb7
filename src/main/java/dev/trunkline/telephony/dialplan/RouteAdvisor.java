package dev.trunkline.telephony.dialplan;

import io.smallrye.mutiny.Uni;

/** Knows where an inbound call goes. */
public interface RouteAdvisor {

    /** Advises in a small part of a second, and never fails: who does not know says {@link RouteAdvice#USUAL}. */
    Uni<RouteAdvice> advise(RouteQuestion question);
}
