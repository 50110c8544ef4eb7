package dev.trunkline.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.crud.Etags;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Which calls leave which tickets. A change is in force at once. */
@Path("/api/v1/ticket-rules")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Ticket rules")
public class TicketRuleResource {
    private final TicketRules rules;
    private final RuleBook book;
    private final CurrentReader reader;

    TicketRuleResource(TicketRules rules, RuleBook book, CurrentReader reader) {
        this.rules = rules;
        this.book = book;
        this.reader = reader;
    }

    @GET
    @Allowed(Permission.TICKET_RULES_READ)
    public Uni<Page<TicketRuleView>> list(@BeanParam ListQuery query) {
        return rules.list(reader.get(), query, where -> {});
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.TICKET_RULES_READ)
    public Uni<RestResponse<TicketRuleView>> get(UUID id) {
        return rules.get(reader.get(), id).map(Etags::ok);
    }

    @POST
    @Allowed(Permission.TICKET_RULES_WRITE)
    public Uni<RestResponse<TicketRuleView>> create(TicketRuleInput input) {
        return rules.create(reader.get(), input)
                .call(book::reload)
                .map(view -> Etags.created("/api/v1/ticket-rules", view));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Path("{id}")
    @Allowed(Permission.TICKET_RULES_WRITE)
    public Uni<RestResponse<TicketRuleView>> patch(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ObjectNode patch) {
        return rules.patch(reader.get(), id, ifMatch, patch).call(book::reload).map(Etags::ok);
    }

    @DELETE
    @Path("{id}")
    @Allowed(Permission.TICKET_RULES_WRITE)
    public Uni<Void> delete(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return rules.delete(reader.get(), id, ifMatch).call(book::reload);
    }
}
