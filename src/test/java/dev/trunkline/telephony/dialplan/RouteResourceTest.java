package dev.trunkline.telephony.dialplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.shared.problem.Problem;
import dev.trunkline.telephony.PbxConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dialplan's door, and the line it gets. */
class RouteResourceTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, none",
                "none, x",
                "'', ''",
                "' ', ' '",
                "right-one, none",
                "right-one, wrong",
                "right-one, right-on"
            })
    void whoHasNotTheSecretIsRefused(String ours, String shown) {
        RouteResource door = door(ours);
        assertThatThrownBy(() -> door.route(shown, "pbx1-1.1", "4008001000", "13800138000", "allowed"))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.status()).isEqualTo(401));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none, 4008001000", "'a b', 4008001000", "pbx1-1.1, none", "pbx1-1.1, 4008001000;x", "pbx1-1.1, s"
            })
    void whatIsNoCallIsRefused(String call, String did) {
        RouteResource door = door("right-one");
        assertThatThrownBy(() -> door.route("right-one", call, did, null, null))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.status()).isEqualTo(400));
    }

    @Test
    void anAdviceIsALine() {
        assertThat(RouteAdvice.USUAL.line()).isEqualTo("route,,0");
        assertThat(new RouteAdvice.Join("sales-2", 20).line()).isEqualTo("route,sales-2,20");
        assertThat(new RouteAdvice.Refuse(17).line()).isEqualTo("refuse,17");
    }

    @ParameterizedTest
    @CsvSource({"'a,b', 0", "'', 0", "'a\nb', 0", "sales, 21", "sales, -1"})
    void whatTheLineHasNoPlaceForIsNoAdvice(String queue, int priority) {
        assertThatThrownBy(() -> new RouteAdvice.Join(queue, priority)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RouteAdvice.Refuse(16)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RouteResource door(String secret) {
        PbxConfig config = (PbxConfig) Proxy.newProxyInstance(
                PbxConfig.class.getClassLoader(),
                new Class<?>[] {PbxConfig.class},
                (proxy, method, arguments) ->
                        method.getName().equals("dialplanSecret") ? Optional.ofNullable(secret) : null);
        return new RouteResource(config, null, new SimpleMeterRegistry());
    }
}
