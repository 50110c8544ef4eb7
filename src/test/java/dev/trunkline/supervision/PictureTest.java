package dev.trunkline.supervision;

import static dev.trunkline.supervision.Given.NOON;
import static dev.trunkline.supervision.Given.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.Call.VisitOutcome;
import dev.trunkline.call.PbxState;
import dev.trunkline.call.PbxState.LinkState;
import dev.trunkline.report.Stay;
import dev.trunkline.report.Tally;
import dev.trunkline.supervision.BoardAlarm.Kind;
import dev.trunkline.supervision.BoardCall.BoardCustomer;
import dev.trunkline.supervision.BoardMessage.AgentChanged;
import dev.trunkline.supervision.BoardMessage.AlarmChanged;
import dev.trunkline.supervision.BoardMessage.CallChanged;
import dev.trunkline.supervision.BoardMessage.QueueChanged;
import dev.trunkline.supervision.BoardMessage.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page is told just what is different. */
class PictureTest {
    private static final BoardQueue QUIET = Given.queue("support", day());
    private static final BoardAgent WEI = Given.agent(1, null, "support");
    private static final Picture BEFORE = picture(QUIET, WEI);

    @Test
    void nothing_is_told_of_nothing() {
        assertThat(picture(Given.queue("support", day()), Given.agent(1, null, "support"))
                        .since(BEFORE, NOON))
                .isEmpty();
    }

    @Test
    void a_caller_who_joins_makes_a_message_of_the_queue() {
        BoardQueue queue = Given.queue("support", day(Given.waits("support", NOON)), waiting(Given.shown("c1")));
        assertThat(picture(queue, WEI).since(BEFORE, NOON)).containsExactly(new QueueChanged(queue));
    }

    @Test
    void of_the_intervals_those_are_told_that_changed() {
        Stay early = Given.left("support", NOON, 3, VisitOutcome.ANSWERED);
        Stay late = Given.left("support", NOON.plusSeconds(900), 3, VisitOutcome.ANSWERED);
        List<BoardMessage> news = picture(Given.queue("support", day(early, late)), WEI)
                .since(picture(Given.queue("support", day(early)), WEI), NOON);
        assertThat(intervals(news)).containsExactly(BoardInterval.of(late.joinedAt(), Tally.of(late, SUPPORT)));
    }

    @Test
    void an_interval_that_is_empty_now_is_told_as_empty() {
        Stay stay = Given.left("support", NOON, 3, VisitOutcome.ANSWERED);
        List<BoardMessage> news = BEFORE.since(picture(Given.queue("support", day(stay)), WEI), NOON);
        assertThat(intervals(news)).containsExactly(BoardInterval.of(NOON, Tally.NONE));
    }

    @Test
    void a_name_and_a_priority_found_later_make_a_message_of_the_call_alone() {
        BoardQueue before = Given.queue("support", day(), waiting(Given.shown("c1")));
        BoardCall named = BoardCall.of(
                Given.call("c1"),
                new CallerNames.Caller(
                        "+8613800138000", List.of(new BoardCustomer(new UUID(0, 9), "Acme", null, false)), 10));
        BoardQueue after = Given.queue("support", day(), waiting(named));
        assertThat(picture(after, WEI).since(picture(before, WEI), NOON)).containsExactly(new CallChanged(named));
    }

    @Test
    void an_agents_state_makes_a_message_of_the_agent() {
        BoardAgent resting = new BoardAgent(
                WEI.userId(),
                WEI.name(),
                WEI.extension(),
                null,
                null,
                "break",
                NOON,
                "tea",
                true,
                WEI.queues(),
                null,
                List.of());
        assertThat(picture(QUIET, resting).since(BEFORE, NOON)).containsExactly(new AgentChanged(resting));
    }

    @Test
    void an_alarm_is_told_when_it_is_raised_and_when_it_is_over() {
        BoardAlarm alarm = new BoardAlarm("support", Kind.WAITING, 2, 3, NOON, null);
        Picture alarmed = new Picture(Given.heading(), List.of(QUIET), List.of(WEI), List.of(alarm));
        assertThat(alarmed.since(BEFORE, NOON)).containsExactly(new AlarmChanged(alarm));
        assertThat(alarmed.since(alarmed, NOON)).isEmpty();
        assertThat(BEFORE.since(alarmed, NOON.plusSeconds(20)))
                .containsExactly(new AlarmChanged(alarm.over(NOON.plusSeconds(20))));
    }

    @Test
    void another_frame_makes_a_snapshot() {
        List<Picture> others = List.of(
                picture(QUIET, Given.agent(1, null, "support", "sales")),
                picture(QUIET, Given.agent(1, new UUID(0, 5), "support")),
                picture(QUIET, Given.agent(2, null, "support")),
                picture(Given.queue("sales", day()), WEI),
                new Picture(Given.heading(), List.of(QUIET), List.of(), List.of()),
                new Picture(heading(LinkState.DOWN, 0), List.of(QUIET), List.of(WEI), List.of()),
                new Picture(heading(LinkState.UP, 1500), List.of(QUIET), List.of(WEI), List.of()));
        assertThat(others)
                .allSatisfy(other -> assertThat(other.since(BEFORE, NOON)).containsExactly(Snapshot.of(other)));
    }

    @Test
    void clocks_that_differ_by_a_little_more_make_nothing() {
        Picture other = new Picture(heading(LinkState.UP, 999), List.of(QUIET), List.of(WEI), List.of());
        assertThat(other.since(BEFORE, NOON)).isEmpty();
    }

    @Test
    void a_team_sees_its_agents_their_queues_and_what_is_nobodys() {
        UUID north = new UUID(0, 1);
        UUID south = new UUID(0, 2);
        Picture all = new Picture(
                Given.heading(),
                Stream.of("norths", "souths", "both", "nobodys")
                        .map(name -> Given.queue(name, day()))
                        .toList(),
                List.of(
                        Given.agent(1, north, "norths", "both"),
                        Given.agent(2, south, "souths", "both"),
                        Given.agent(3, null)),
                List.of(
                        new BoardAlarm("norths", Kind.WAITING, 2, 3, NOON, null),
                        new BoardAlarm("souths", Kind.WAITING, 2, 3, NOON, null)));
        Picture seen = new Sight(false, north).of(all);
        assertThat(seen.agents()).extracting(BoardAgent::extension).containsExactly("1001", "1003");
        assertThat(seen.queues()).extracting(BoardQueue::name).containsExactly("norths", "both", "nobodys");
        assertThat(seen.alarms()).extracting(BoardAlarm::queue).containsExactly("norths");
        assertThat(new Sight(false, null).of(all).queues())
                .extracting(BoardQueue::name)
                .containsExactly("nobodys");
        assertThat(Sight.ALL.of(all)).isEqualTo(all);
    }

    @Test
    void more_callers_than_are_shown_are_counted_all_the_same() {
        BoardQueue.Waiting[] many = Stream.iterate(0, n -> n + 1)
                .limit(BoardQueue.MOST_WAITING + 5)
                .map(n -> waiting(Given.shown("c" + n)))
                .toArray(BoardQueue.Waiting[]::new);
        BoardQueue queue = Given.queue("support", day(), many);
        assertThat(queue.waiting()).hasSize(BoardQueue.MOST_WAITING);
        assertThat(queue.waitingCount()).isEqualTo(BoardQueue.MOST_WAITING + 5);
    }

    private static List<BoardInterval> intervals(List<BoardMessage> news) {
        assertThat(news).hasSize(1);
        return ((QueueChanged) news.getFirst()).queue().intervals();
    }

    private static BoardQueue.Waiting waiting(BoardCall call) {
        return new BoardQueue.Waiting(NOON, List.of(), call);
    }

    private static Picture picture(BoardQueue queue, BoardAgent agent) {
        return new Picture(Given.heading(), List.of(queue), List.of(agent), List.of());
    }

    private static Heading heading(LinkState state, long aheadMs) {
        return Heading.of(Given.DAY, new PbxState.Link("pbx1", NOON, state, null), Duration.ofMillis(aheadMs));
    }

    private static QueueDay day(Stay... stays) {
        return QueueDay.of(Stream.of(stays), SUPPORT, Given.DAY);
    }
}
