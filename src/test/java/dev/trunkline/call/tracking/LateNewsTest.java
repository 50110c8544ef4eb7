package dev.trunkline.call.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.Call;
import dev.trunkline.call.CallChange;
import dev.trunkline.shared.Ids;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateNewsTest {

    private static Script waiting() {
        return new Script("c1").customer("13800138000", "4008001000").at(1).joins("support");
    }

    private static Script ringing(Script script) {
        return script.at(2).offered("support", "1001", "a1");
    }

    private static Script talking(Script script) {
        return ringing(script).at(6).connected("support", "1001", "a1");
    }

    private static Script over(Script script) {
        return talking(script).at(66).unbridged("c1", "a1").ended("a1", 16).ended("c1", 16);
    }

    @Test
    void what_began_and_ended_unseen_is_told_to_nobody() {
        assertThat(news(waiting().call(), over(waiting()).call())).containsExactly("Ended");
        assertThat(news(null, talking(waiting()).call())).containsExactly("Started", "Connected");
    }

    @Test
    void who_was_told_of_the_beginning_is_told_of_the_end() {
        assertThat(news(ringing(waiting()).call(), over(waiting()).call()))
                .containsExactly("OfferEnded", "PhoneFree", "Ended");
        assertThat(news(talking(waiting()).call(), over(waiting()).call()))
                .containsExactly("Disconnected", "PhoneFree", "Ended");
    }

    @Test
    void what_goes_on_now_is_told() {
        assertThat(news(waiting().call(), ringing(waiting()).call())).containsExactly("Offered");
        assertThat(news(waiting().call(), talking(waiting()).call())).containsExactly("Connected");
        assertThat(news(ringing(waiting()).call(), talking(waiting()).call()))
                .containsExactly("OfferEnded", "Connected");
    }

    @Test
    void another_time_of_the_same_talk_is_no_news_of_it() {
        Call late = ringing(waiting()).at(8).connected("support", "1001", "a1").call();
        assertThat(news(late, talking(waiting()).call())).containsExactly("Updated");
    }

    private static List<String> news(Call seen, Call mended) {
        return LateNews.between(seen, mended, mended.startedAt(), Ids::next).stream()
                .map(CallChange::getClass)
                .map(Class::getSimpleName)
                .toList();
    }
}
