package dev.trunkline.customer;

import dev.trunkline.shared.crud.Aggregate;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A company or a person, with the people to talk to there. */
@Entity
public class Customer extends Aggregate {
    String kind = "";
    String name = "";
    String[] tags = {};
    boolean vip;

    @Nullable
    String note;

    /** JSON of a list of {@link ContactView}: part of the aggregate, changed with it. */
    String contacts = "[]";

    /** Names and addresses of the customer and its contacts in lower case, for the search. */
    String findable = "";

    /** For Hibernate and {@link Customers}. */
    protected Customer() {}

    static Customer fresh() {
        return new Customer();
    }

    /** What a customer is. */
    @Schema(name = "CustomerKind")
    public enum Kind {
        COMPANY,
        PERSON
    }
}
