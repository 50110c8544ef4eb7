package dev.trunkline.customer;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Postal addresses of a customer. */
@Path("/api/v1/customers/{id}/addresses")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
class CustomerAddressResource {
    private final CustomerAddresses addresses;
    private final CurrentReader reader;

    CustomerAddressResource(CustomerAddresses addresses, CurrentReader reader) {
        this.addresses = addresses;
        this.reader = reader;
    }

    @GET
    @Allowed(Permission.CUSTOMERS_READ)
    @Operation(operationId = "listCustomerAddresses", summary = "A customer's addresses, the oldest first")
    public Uni<Page<CustomerAddressView>> list(@RestPath UUID id, @BeanParam ListQuery query) {
        return addresses.of(reader.get(), id, query);
    }

    @GET
    @Path("{address}")
    @Allowed(Permission.CUSTOMERS_READ)
    @Operation(operationId = "getCustomerAddress", summary = "One address of a customer")
    public Uni<RestResponse<CustomerAddressView>> get(@RestPath UUID id, @RestPath UUID address) {
        return addresses.one(reader.get(), id, address).map(Etags::ok);
    }

    @POST
    @Allowed(Permission.CUSTOMERS_WRITE)
    @Operation(operationId = "addCustomerAddress", summary = "Add an address to a customer, 20 at most")
    public Uni<RestResponse<CustomerAddressView>> create(@RestPath UUID id, CustomerAddressInput input) {
        return addresses
                .add(reader.get(), id, input)
                .map(view -> Etags.created("/api/v1/customers/" + id + "/addresses", view));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Path("{address}")
    @Allowed(Permission.CUSTOMERS_WRITE)
    @Operation(operationId = "changeCustomerAddress", summary = "Change an address of a customer")
    public Uni<RestResponse<CustomerAddressView>> patch(
            @RestPath UUID id,
            @RestPath UUID address,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            ObjectNode patch) {
        return addresses.change(reader.get(), id, address, ifMatch, patch).map(Etags::ok);
    }

    @DELETE
    @Path("{address}")
    @Allowed(Permission.CUSTOMERS_WRITE)
    @Operation(operationId = "deleteCustomerAddress", summary = "Delete an address of a customer")
    public Uni<Void> delete(
            @RestPath UUID id, @RestPath UUID address, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return addresses.remove(reader.get(), id, address, ifMatch);
    }
}
