package dev.trunkline.customer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.crud.Etags;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import dev.trunkline.shared.phone.PhoneNumbers;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Customers. */
@Path("/api/v1/customers")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
class CustomerResource {
    private final Customers customers;
    private final Duplicates duplicates;
    private final PhoneNumbers numbers;
    private final CurrentReader reader;

    CustomerResource(Customers customers, Duplicates duplicates, PhoneNumbers numbers, CurrentReader reader) {
        this.customers = customers;
        this.duplicates = duplicates;
        this.numbers = numbers;
        this.reader = reader;
    }

    @GET
    @Allowed(Permission.CUSTOMERS_READ)
    public Uni<Page<CustomerView>> list(
            @BeanParam ListQuery query,
            @QueryParam("phone") @Parameter(description = "A whole number, however it is written") @Nullable
                    String phone,
            @QueryParam("tag") @Nullable String tag) {
        String key = phone == null ? null : numbers.normalise(phone).key();
        if (phone != null && key == null) {
            throw Problem.invalid("phone", "phone", "must be a telephone number");
        }
        return customers.list(
                reader.get(),
                query,
                where -> where.addIf(
                                key,
                                "exists (select 1 from CustomerPhone p where p.customerId = e.id and p.phoneKey = ?)")
                        .addIf(tag, "array_contains(e.tags, ?)"));
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.CUSTOMERS_READ)
    public Uni<RestResponse<CustomerView>> get(UUID id) {
        return customers.get(reader.get(), id).map(Etags::ok);
    }

    @GET
    @Path("{id}/duplicates")
    @Allowed(Permission.CUSTOMERS_READ)
    @Operation(
            operationId = "customerDuplicates",
            summary = "Customers who may be the same as this one, the likeliest first, with the reasons")
    public Uni<List<DuplicateView>> duplicates(@RestPath UUID id) {
        return duplicates.of(reader.get(), id);
    }

    @POST
    @Path("duplicates")
    @Allowed(Permission.CUSTOMERS_READ)
    @Operation(
            operationId = "findDuplicates",
            summary = "Customers who may be the same as one that is about to be made; nothing is kept")
    public Uni<List<DuplicateView>> duplicatesOf(@Valid @NotNull DuplicateInput input) {
        return duplicates.of(reader.get(), input);
    }

    @POST
    @Allowed(Permission.CUSTOMERS_WRITE)
    public Uni<RestResponse<CustomerView>> create(CustomerInput input) {
        return customers.create(reader.get(), input).map(view -> Etags.created("/api/v1/customers", view));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Path("{id}")
    @Allowed(Permission.CUSTOMERS_WRITE)
    public Uni<RestResponse<CustomerView>> patch(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ObjectNode patch) {
        return customers.patch(reader.get(), id, ifMatch, patch).map(Etags::ok);
    }

    @DELETE
    @Path("{id}")
    @Allowed(Permission.CUSTOMERS_DELETE)
    public Uni<Void> delete(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return customers.delete(reader.get(), id, ifMatch);
    }
}
