package dev.trunkline.routing;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The time zone of the house, in which hours are meant that name none. */
@Singleton
class HouseTime {
    private final ZoneId zone;

    HouseTime(@ConfigProperty(name = "trunkline.time-zone") Optional<String> zone) {
        this.zone = zone.map(ZoneId::of).orElseGet(ZoneId::systemDefault);
    }

    ZoneId zone() {
        return zone;
    }
}
