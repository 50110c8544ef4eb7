package dev.trunkline.telephony.journal;

import dev.trunkline.PostgresTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;

@QuarkusTest
@TestProfile(ClockBehindTest.Profile.class)
@WithTestResource(PostgresTestResource.class)
class ClockBehindTest extends ClockOff {

    /** A PBX of another time. */
    public static final class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("trunkline.simulator.clock-ahead", "PT-10M");
        }
    }

    ClockBehindTest() {
        super(Duration.ofMinutes(-10));
    }
}
