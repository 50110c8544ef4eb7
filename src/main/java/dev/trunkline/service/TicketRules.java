package dev.trunkline.service;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.crud.Crud;
import dev.trunkline.shared.crud.CrudKit;
import dev.trunkline.shared.crud.CrudSpec;
import dev.trunkline.shared.json.Words;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Making, seeing and changing ticket rules. They are the house's and nobody's own. */
@Singleton
class TicketRules extends Crud<TicketRule, TicketRuleInput, TicketRuleView> {
    static final String KIND = "ticket-rule";
    private static final ScopeRule EVERYBODYS = new ScopeRule("1 = 1", "1 = 1");

    TicketRules(CrudKit kit) {
        super(
                kit,
                CrudSpec.of(
                                TicketRule.class,
                                TicketRuleInput.class,
                                KIND,
                                Permission.TICKET_RULES_READ,
                                Permission.TICKET_RULES_WRITE)
                        .scopedBy(EVERYBODYS)
                        .orderedBy(CrudSpec.<TicketRule>byId()
                                .by("position", "e.position", Integer.class, rule -> rule.position)
                                .by("name", "e.name", String.class, rule -> rule.name)
                                .by("updatedAt", "e.updatedAt", Instant.class, TicketRule::updatedAt)));
    }

    @Override
    protected TicketRule fresh(Reader reader) {
        return TicketRule.fresh();
    }

    @Override
    protected TicketRuleInput input(TicketRule rule) {
        RuleInForce read = RuleInForce.of(rule);
        return new TicketRuleInput(
                rule.name,
                rule.position,
                rule.enabled,
                read.directions(),
                read.outcomes(),
                read.queues(),
                read.caller(),
                rule.minTalkSeconds,
                rule.opens,
                read.type(),
                read.priority(),
                rule.subject,
                rule.dueMinutes,
                read.assign());
    }

    @Override
    protected Uni<Void> apply(Mutiny.Session session, Reader reader, TicketRule rule, TicketRuleInput input) {
        rule.name = requireNonNull(input.name()).strip();
        rule.position = requireNonNull(input.position());
        rule.enabled = requireNonNullElse(input.enabled(), true);
        rule.directions = words(input.directions());
        rule.outcomes = words(input.outcomes());
        rule.queues = requireNonNullElse(input.queues(), List.<String>of()).stream()
                .map(String::strip)
                .distinct()
                .toArray(String[]::new);
        rule.caller = Words.of(requireNonNullElse(input.caller(), TicketRule.Caller.ANYBODY));
        rule.minTalkSeconds = requireNonNullElse(input.minTalkSeconds(), 0);
        rule.opens = requireNonNullElse(input.opens(), true);
        rule.type = Words.of(requireNonNullElse(input.type(), Ticket.Type.REQUEST));
        rule.priority = Words.of(requireNonNullElse(input.priority(), Ticket.Priority.NORMAL));
        rule.subject = input.subject();
        rule.dueMinutes = input.dueMinutes();
        rule.assign = Words.of(requireNonNullElse(input.assign(), TicketRule.Assign.AGENT));
        return Uni.createFrom().voidItem();
    }

    @Override
    protected Uni<List<TicketRuleView>> views(Mutiny.Session session, List<TicketRule> rules) {
        return Uni.createFrom().item(rules.stream().map(TicketRules::view).toList());
    }

    @Override
    protected void search(Where where, String text) {
        where.add("lower(e.name) like ? escape '!'", Where.containing(text.toLowerCase(Locale.ROOT)));
    }

    private static TicketRuleView view(TicketRule rule) {
        RuleInForce read = RuleInForce.of(rule);
        return new TicketRuleView(
                rule.id(),
                rule.name,
                rule.position,
                rule.enabled,
                read.directions(),
                read.outcomes(),
                read.queues(),
                read.caller(),
                rule.minTalkSeconds,
                rule.opens,
                read.type(),
                read.priority(),
                rule.subject,
                rule.dueMinutes,
                read.assign(),
                rule.updatedAt(),
                rule.version());
    }

    private static String[] words(@Nullable List<? extends Enum<?>> constants) {
        return constants == null
                ? new String[0]
                : constants.stream().map(Words::of).distinct().toArray(String[]::new);
    }
}
