package dev.trunkline.routing;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.trunkline.call.QueuePolicies;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.crud.Crud;
import dev.trunkline.shared.crud.CrudKit;
import dev.trunkline.shared.crud.CrudSpec;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.problem.FieldError;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Making, seeing and changing routing rules. They are the house's and nobody's own. A rule that no caller could ever suit,
 * by itself or because of the ones before it, is refused.
 */
@Singleton
class RoutingRules extends Crud<RoutingRule, RoutingRuleInput, RoutingRuleView> {
    static final String KIND = "routing-rule";

    /** Every call tries them all. */
    static final int MOST = 200;

    private static final ScopeRule EVERYBODYS = new ScopeRule("1 = 1", "1 = 1");

    private final QueuePolicies queues;
    private final RuleOrder order;
    private final RuleJson json;
    private final HouseTime time;

    RoutingRules(CrudKit kit, QueuePolicies queues, RuleOrder order, RuleJson json, HouseTime time) {
        super(
                kit,
                CrudSpec.of(
                                RoutingRule.class,
                                RoutingRuleInput.class,
                                KIND,
                                Permission.ROUTING_READ,
                                Permission.ROUTING_WRITE)
                        .scopedBy(EVERYBODYS)
                        .orderedBy(CrudSpec.<RoutingRule>byId()
                                .by("position", "e.position", Integer.class, rule -> rule.position)));
        this.queues = queues;
        this.order = order;
        this.json = json;
        this.time = time;
    }

    @Override
    protected RoutingRule fresh(Reader reader) {
        return RoutingRule.fresh();
    }

    @Override
    protected RoutingRuleInput input(RoutingRule rule) {
        return new RoutingRuleInput(
                rule.name,
                rule.enabled,
                json.conditions(rule),
                RuleJson.refusal(rule.refuse),
                rule.queue,
                rule.priority,
                rule.last);
    }

    @Override
    protected Uni<Void> apply(Mutiny.Session session, Reader reader, RoutingRule rule, RoutingRuleInput input) {
        List<FieldError> errors = RuleCheck.errors(
                input,
                did -> queues.policy(did).isPresent() ? null : queues.named(did).orElse(null),
                queue -> queues.policy(queue).isPresent(),
                time.zone());
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        rule.name = requireNonNull(input.name()).strip();
        rule.enabled = requireNonNullElse(input.enabled(), true);
        rule.conditions = json.write(input.conditions());
        rule.refuse = Words.ofNullable(input.refuse());
        rule.queue = input.queue();
        rule.priority = input.priority();
        rule.last = input.refuse() != null || Boolean.TRUE.equals(input.last());
        return order.locked(session)
                .invoke(there -> {
                    boolean added = !there.contains(rule);
                    if (added && there.size() >= MOST) {
                        throw Problem.conflict("too-many-rules", "There are " + MOST + " rules already");
                    }
                    List<RoutingRule> all = new ArrayList<>(there);
                    if (added) {
                        rule.position = there.stream()
                                        .mapToInt(one -> one.position)
                                        .max()
                                        .orElse(0)
                                + 1;
                        all.add(rule);
                    }
                    all.sort(Comparator.comparingInt(one -> one.position));
                    order.requireReachable(all);
                })
                .replaceWithVoid();
    }

    @Override
    protected Uni<List<RoutingRuleView>> views(Mutiny.Session session, List<RoutingRule> rules) {
        return Uni.createFrom().item(rules.stream().map(this::view).toList());
    }

    @Override
    protected void search(Where where, String text) {
        where.add("lower(e.name) like ? escape '!'", Where.containing(text.toLowerCase(Locale.ROOT)));
    }

    private RoutingRuleView view(RoutingRule rule) {
        return new RoutingRuleView(
                rule.id(),
                rule.name,
                rule.position,
                rule.enabled,
                json.conditions(rule),
                RuleJson.refusal(rule.refuse),
                rule.queue,
                rule.priority,
                rule.last,
                rule.updatedAt(),
                rule.version());
    }
}
