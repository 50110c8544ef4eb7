package dev.trunkline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.identity.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AudienceTest {
    private static final UUID TEAM = UUID.fromString("0199f0aa-0000-7000-8000-000000000001");

    @Test
    void isKeptAsTheWordsThatAReaderBelongsTo() {
        Audience audience = Audience.of(List.of(TEAM, TEAM), List.of(Role.CAMPAIGN_MANAGER, Role.AGENT));
        assertThat(audience.kept()).containsExactly(TEAM.toString(), "campaign-manager", "agent");
        assertThat(Audience.parse(audience.kept())).isEqualTo(audience);
    }

    @Test
    void isEverybodyWhereNobodyIsNamed() {
        assertThat(Audience.of(null, null).kept()).isEmpty();
        assertThat(Audience.parse(new String[0])).isEqualTo(new Audience(List.of(), List.of()));
    }
}
