package dev.trunkline.customer;

/** What an address of a customer is for. */
public enum AddressKind {
    /** Where invoices go. */
    BILLING,
    /** Where goods go. */
    DELIVERY,
    /** Where somebody has to come. */
    VISIT,
    OTHER
}
