package dev.trunkline.operation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.acd.WithFakePbx;
import dev.trunkline.identity.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A PBX that nobody answers at. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@TestProfile(WithFakePbx.class)
class SystemDownTest {
    @Inject
    People people;

    @Test
    void a_pbx_out_of_reach_is_the_first_thing_said() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> people.as("system-down-admin", Role.ADMINISTRATOR)
                        .get("/api/v1/system")
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("wrong"))
                        .body("findings[0].code", equalTo("pbx-down"))
                        .body("findings[0].part", equalTo("pbx"))
                        .body("findings[0].detail", containsString("127.0.0.1:1"))
                        .body("pbx.address", equalTo("127.0.0.1:1"))
                        .body("pbx.events.state", equalTo("down"))
                        .body("pbx.actions.state", equalTo("down"))
                        .body("pbx.clockAheadMs", nullValue()));
    }
}
