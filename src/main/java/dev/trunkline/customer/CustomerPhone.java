package dev.trunkline.customer;

import dev.trunkline.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's number as it is found by: written anew with each change of the customer. */
@Entity
@Table(name = "customer_phone")
public class CustomerPhone {
    @Id
    private UUID id = Ids.next();

    @Column(name = "customer_id")
    private UUID customerId = id;

    @Column(name = "phone_key")
    private String phoneKey = "";

    private String digits = "";
    private String raw = "";

    @Column(name = "contact_name")
    private @Nullable String contactName;

    /** For Hibernate. */
    protected CustomerPhone() {}

    static CustomerPhone of(UUID customerId, String key, String raw, @Nullable String contactName) {
        CustomerPhone phone = new CustomerPhone();
        phone.customerId = customerId;
        phone.phoneKey = key;
        phone.digits = digits(key);
        phone.raw = raw;
        phone.contactName = contactName;
        return phone;
    }

    /** The digits of a number, in ASCII. */
    static String digits(String number) {
        return number.chars()
                .filter(c -> c >= '0' && c <= '9')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
