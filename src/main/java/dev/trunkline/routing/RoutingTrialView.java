package dev.trunkline.routing;

import dev.trunkline.service.Ticket;
import dev.trunkline.shared.phone.PhoneIdentity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a caller now.
 *
 * @param numberKind what sort of number it is
 * @param number its normal form, null where it identifies nobody
 * @param customers who have the number
 * @param usualQueue where the dialled number leads, null when it is none of ours
 * @param lastQueue of the last call in which somebody talked to the number, null when there was none lately
 * @param lastAgent the extension of who talked there last
 * @param queue where the caller would wait: by a rule, else as usual; null for who is refused
 * @param rules those that are on, in order, and what became of each
 */
@Schema(name = "RoutingTrial")
public record RoutingTrialView(
        Instant at,
        String did,
        PhoneIdentity.Kind numberKind,
        @Nullable String number,
        boolean blocked,
        List<CustomerFacts> customers,
        @Nullable String usualQueue,
        @Nullable String lastQueue,
        @Nullable String lastAgent,
        @Nullable String queue,
        int priority,
        @Nullable Refusal refusal,
        List<RuleTrial> rules) {
    public RoutingTrialView {
        customers = List.copyOf(customers);
        rules = List.copyOf(rules);
    }

    static RoutingTrialView of(Caller caller, Router.Decision decision) {
        Route route = decision.route();
        String queue = route.queue() == null ? caller.usualQueue() : route.queue();
        return new RoutingTrialView(
                caller.at(),
                caller.did(),
                caller.number().kind(),
                caller.number().key(),
                caller.blocked(),
                caller.customers().stream().map(CustomerFacts::of).toList(),
                caller.usualQueue(),
                caller.lastQueue(),
                caller.lastAgent(),
                route.refusal() == null ? queue : null,
                route.priority(),
                route.refusal(),
                decision.trials().stream().map(RuleTrial::of).toList());
    }

    /** A customer as rules see one. */
    @Schema(name = "RoutingCustomer")
    public record CustomerFacts(
            UUID id,
            String name,
            boolean vip,
            List<String> tags,
            @Nullable String ownerName,
            List<Ticket.Type> openTickets) {
        public CustomerFacts {
            tags = List.copyOf(tags);
            openTickets = List.copyOf(openTickets);
        }

        static CustomerFacts of(Caller.Known known) {
            return new CustomerFacts(
                    known.id(),
                    known.name(),
                    known.vip(),
                    known.tags().stream().sorted().toList(),
                    known.ownerName(),
                    known.openTickets().stream().sorted().toList());
        }
    }

    /**
     * What became of a rule.
     *
     * @param missed the first of its conditions that does not hold, with what the caller has instead where that can be said
     */
    @Schema(name = "RoutingRuleTrial")
    public record RuleTrial(
            UUID id,
            String name,
            RoutingVerdict verdict,
            @Nullable RouteCause missed) {
        static RuleTrial of(Router.Trial trial) {
            return new RuleTrial(trial.rule().id(), trial.rule().name(), trial.verdict(), trial.missed());
        }
    }
}
