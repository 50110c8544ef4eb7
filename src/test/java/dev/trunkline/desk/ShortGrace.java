package dev.trunkline.desk;

import dev.trunkline.acd.WithFakePbx;
import java.util.HashMap;
import java.util.Map;

/** A fake PBX, and little patience with agents who have no page or phone. */
public class ShortGrace extends WithFakePbx {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = new HashMap<>(super.getConfigOverrides());
        config.put("trunkline.desk.grace", "1s");
        return config;
    }
}
