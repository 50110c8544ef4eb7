package dev.trunkline.telephone;

import java.time.Duration;

/**
 * Somebody who calls us from outside.
 *
 * @param from the caller's number as the carrier sends it
 * @param name the display name as written in SIP, with its quotes; empty for none
 * @param dials the number dialled
 * @param staysFor how long the caller stays on the line before hanging up, waiting and talking alike
 * @param withheld whether the number must not be shown
 */
public record Customer(String from, String name, String dials, Duration staysFor, boolean withheld) {

    public static final String SUPPORT = "4008001000";
    public static final String SALES = "4008002000";
    public static final String URGENT = "4008003000";

    public static Customer calling(String dials) {
        return new Customer("13800001111", "", dials, Duration.ofMinutes(2), false);
    }

    public Customer from(String number) {
        return new Customer(number, name, dials, staysFor, withheld);
    }

    public Customer named(String displayName) {
        return new Customer(from, "\"" + displayName + "\" ", dials, staysFor, withheld);
    }

    public Customer stayingFor(Duration duration) {
        return new Customer(from, name, dials, duration, withheld);
    }

    public Customer withholdingNumber() {
        return new Customer(from, name, dials, staysFor, true);
    }
}
