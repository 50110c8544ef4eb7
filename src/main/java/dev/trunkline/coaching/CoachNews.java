package dev.trunkline.coaching;

import dev.trunkline.call.PbxState;
import dev.trunkline.shared.messaging.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from the PBX of coaches' legs. */
@ApplicationScoped
class CoachNews {
    private final CoachControl control;
    private final Coachings coachings;

    CoachNews(CoachControl control, Coachings coachings) {
        this.control = control;
        this.coachings = coachings;
    }

    @Incoming(Channels.PBX_STATES_COACHING)
    void on(PbxState state) {
        switch (state) {
            case PbxState.CoachLeg leg -> control.heard(leg);
            case PbxState.CoachLegsVerified there -> coachings.verified(there.legIds());
            case PbxState.Link ignored -> {}
            case PbxState.Member ignored -> {}
            case PbxState.MemberGone ignored -> {}
        }
    }
}
