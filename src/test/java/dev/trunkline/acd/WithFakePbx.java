package dev.trunkline.acd;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** The service with {@link FakePbx} for a PBX: the link stays down until a test says that it is up. */
public class WithFakePbx implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(FakePbx.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "trunkline.pbx.host", "127.0.0.1",
                "trunkline.pbx.port", "1",
                "trunkline.pbx.retry-first", "PT1H",
                "trunkline.pbx.retry-most", "PT1H");
    }
}
