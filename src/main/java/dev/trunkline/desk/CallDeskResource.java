package dev.trunkline.desk;

import dev.trunkline.acd.Agents;
import dev.trunkline.call.Call;
import dev.trunkline.call.CallWrapUps.WrapUp;
import dev.trunkline.call.history.CallHistory;
import dev.trunkline.customer.CustomerDirectory;
import dev.trunkline.service.TicketDesk;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.audit.Audit;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * What an agent says of a call: whom it was with, and what came of it. Its path is that of the recordings: a PUT is looked
 * for in the longest class path that fits, and in no shorter one.
 */
@Path("/api/v1/calls/{id}")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Desk")
public class CallDeskResource {
    private final CurrentReader reader;
    private final CallHistory calls;
    private final CustomerDirectory customers;
    private final TicketDesk tickets;
    private final Agents agents;
    private final WrapUps wrapUps;
    private final ScreenPops pops;
    private final Desks desks;
    private final Audit audit;
    private final Pool pool;

    CallDeskResource(
            CurrentReader reader,
            CallHistory calls,
            CustomerDirectory customers,
            TicketDesk tickets,
            Agents agents,
            WrapUps wrapUps,
            ScreenPops pops,
            Desks desks,
            Audit audit,
            Pool pool) {
        this.reader = reader;
        this.calls = calls;
        this.customers = customers;
        this.tickets = tickets;
        this.agents = agents;
        this.wrapUps = wrapUps;
        this.pops = pops;
        this.desks = desks;
        this.audit = audit;
        this.pool = pool;
    }

    @PUT
    @Path("/customer")
    @Allowed(Permission.CALLS_WRITE)
    @Operation(
            operationId = "chooseCallCustomer",
            summary = "Say which customer a call is with, and who of its contacts; its ticket and follow-up go along")
    public Uni<Void> choose(@RestPath String id, @Valid @NotNull CustomerChoice choice) {
        Reader who = reader.get();
        UUID customer = choice.customerId();
        UUID contact = choice.contactId();
        return mine(who, id)
                .chain(() -> customers.cards(List.of(customer)))
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw Problem.invalid("customerId", "unknown", "there is no such customer");
                    }
                })
                .chain(() -> contact == null ? Uni.createFrom().item(true) : customers.hasContact(customer, contact))
                .invoke(known -> {
                    if (!known) {
                        throw Problem.invalid("contactId", "unknown", "the customer has no such contact");
                    }
                })
                .chain(() -> pool.withTransaction(transaction -> calls.farEndOf(transaction, id)
                        .map(before ->
                                before.map(CallHistory.FarEnd::customerId).orElse(null))
                        .flatMap(before -> calls.linkCustomer(transaction, id, customer, contact, who.userId())
                                .chain(() -> tickets.linkCustomer(transaction, id, customer, before))
                                .chain(() -> audit.record(transaction, who, "linked", "call", id, told(choice))))))
                .chain(() -> onDesk(id)
                        .map(pops::chosen)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    @PUT
    @Path("/wrap-up")
    @Allowed(Permission.CALLS_WRITE)
    @Operation(operationId = "wrapUpCall", summary = "Note what came of a call; done ends the agent's wrap-up")
    public Uni<WrapUp> wrapUp(@RestPath String id, @Valid @NotNull WrapUpInput input) {
        Reader who = reader.get();
        String agent = who.extension();
        if (agent == null) {
            throw Problem.conflict("no-extension", "Only who takes calls can wrap one up");
        }
        return mine(who, id)
                .chain(() -> wrapUps.save(who, agent, id, input))
                .call(() -> input.done()
                        ? agents.wrapUpDone(who.userId(), id)
                        : Uni.createFrom().voidItem());
    }

    /** A call that is on the reader's own desk, or one the reader may see and write. */
    private Uni<Void> mine(Reader who, String callId) {
        String extension = who.extension();
        if (extension != null && desks.of(extension).call(callId).isPresent()) {
            return Uni.createFrom().voidItem();
        }
        return calls.visible(who, Permission.CALLS_WRITE, callId)
                .invoke(visible -> {
                    if (!visible) {
                        throw Problem.notFound("call", callId);
                    }
                })
                .replaceWithVoid();
    }

    private Optional<Call> onDesk(String callId) {
        return desks.showing(callId).stream()
                .flatMap(desk -> desk.call(callId).stream())
                .findFirst();
    }

    private static JsonObject told(CustomerChoice choice) {
        JsonObject details =
                new JsonObject().put("customerId", choice.customerId().toString());
        UUID contact = choice.contactId();
        return contact == null ? details : details.put("contactId", contact.toString());
    }

    /**
     * The customer a call is with.
     *
     * @param contactId who of the customer's contacts is on the telephone, null for nobody in particular
     */
    public record CustomerChoice(
            @NotNull UUID customerId, @Nullable UUID contactId) {}
}
