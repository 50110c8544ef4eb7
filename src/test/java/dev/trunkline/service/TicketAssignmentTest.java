package dev.trunkline.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.acd.QueueMembers.Member;
import dev.trunkline.service.TicketAssignment.Load;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TicketAssignmentTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final UUID LI = new UUID(0, 1);
    private static final UUID HE = new UUID(0, 2);

    @Test
    void whoIsAtWorkComesFirstHoweverMuchThereIsToDo() {
        assertThat(TicketAssignment.choose(
                        List.of(new Member(LI, false), new Member(HE, true)), Map.of(HE, new Load(9, NOON))))
                .contains(HE);
    }

    @Test
    void thenWhoHasLeastToDoThenWhoWaitedLongest() {
        List<Member> both = List.of(new Member(LI, true), new Member(HE, true));
        assertThat(TicketAssignment.choose(both, Map.of(LI, new Load(2, NOON), HE, new Load(1, NOON))))
                .contains(HE);
        assertThat(TicketAssignment.choose(both, Map.of(LI, new Load(1, NOON.plusSeconds(1)), HE, new Load(1, NOON))))
                .contains(HE);
    }

    @Test
    void ofNobodyNobodyIsChosen() {
        assertThat(TicketAssignment.choose(List.of(), Map.of())).isEmpty();
    }

    /** Handed out one after another, tickets are spread evenly. */
    @Property(tries = 100)
    void nobodyGetsTwoMoreThanAnother(@ForAll @Size(min = 1, max = 8) List<Boolean> people) {
        List<Member> able = people.stream()
                .map(ignored -> new Member(UUID.randomUUID(), true))
                .toList();
        Map<UUID, Load> loads = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            UUID next = TicketAssignment.choose(able, loads).orElseThrow();
            Instant at = NOON.plusSeconds(i);
            loads.merge(next, new Load(1, at), (before, one) -> new Load(before.open() + 1, at));
        }
        long most = loads.values().stream().mapToLong(Load::open).max().orElse(0);
        long least = loads.size() < able.size()
                ? 0
                : loads.values().stream().mapToLong(Load::open).min().orElse(0);
        assertThat(most - least).isLessThanOrEqualTo(1);
    }
}
