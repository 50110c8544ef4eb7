package dev.trunkline.routing;

import dev.trunkline.shared.crud.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Which callers go where: see {@link Rule}. Enums are kept as words. */
@Entity
@Table(name = "routing_rule")
public class RoutingRule extends Aggregate {
    String name = "";

    /** From 1; {@link RuleOrder} changes it. */
    int position;

    boolean enabled;

    /** JSON of a list of {@link RoutingCondition}: part of the aggregate, changed with it. */
    String conditions = "[]";

    @Nullable
    String refuse;

    @Nullable
    String queue;

    @Nullable
    Integer priority;

    boolean last;

    /** For Hibernate and {@link RoutingRules}. */
    protected RoutingRule() {}

    static RoutingRule fresh() {
        return new RoutingRule();
    }
}
