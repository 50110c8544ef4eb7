package dev.trunkline.boot;

import dev.trunkline.boot.demo.DemoPeople;
import dev.trunkline.call.PbxLink;
import dev.trunkline.call.PbxState;
import dev.trunkline.identity.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What the page says of the product before anybody has signed in. */
@Path("/api/v1/info")
@Cancellable(false)
@Tag(name = "Info")
public class InfoResource {
    private final PbxLink pbx;
    private final boolean demo;
    private final String version;
    private final String region;

    InfoResource(
            PbxLink pbx,
            @ConfigProperty(name = "trunkline.demo", defaultValue = "false") boolean demo,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "trunkline.region", defaultValue = "CN") String region) {
        this.pbx = pbx;
        this.demo = demo;
        this.version = version;
        this.region = region.strip().toUpperCase(Locale.ROOT);
    }

    /** Product, version, state of the PBX, and in demo mode who can sign in. */
    @GET
    @PermitAll
    @Operation(
            operationId = "getInfo",
            summary = "Product, version, state of the PBX, and in demo mode who can sign in")
    public InfoView info() {
        PbxState.Link link = pbx.current();
        return new InfoView(
                "Trunkline",
                version,
                region,
                demo,
                pbx.simulated(),
                link.state().name().toLowerCase(Locale.ROOT),
                link.detail(),
                demo ? DemoPeople.ALL.stream().map(DemoUser::of).toList() : List.of());
    }

    /**
     * What the service says of itself before anybody has signed in.
     *
     * @param region the country that is home, ISO 3166-1: what is there needs no country's name or code
     * @param pbxState connecting, up, down or refused
     * @param pbxDetail what and where, for people; null when up
     * @param demoUsers empty outside demo mode
     */
    public record InfoView(
            String product,
            String version,
            String region,
            boolean demo,
            boolean pbxSimulated,

            @Schema(enumeration = {"connecting", "up", "down", "refused"})
            String pbxState,

            @Nullable String pbxDetail,
            List<DemoUser> demoUsers) {}

    /** One sign-in of the demo. */
    public record DemoUser(
            String username,
            String name,
            @Schema(implementation = Role.class) String role) {
        static DemoUser of(DemoPeople.Person person) {
            return new DemoUser(person.username(), person.name(), person.role());
        }
    }
}
