package dev.trunkline.routing;

import dev.trunkline.shared.crud.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A number, or the beginning of many, on the block list. */
@Entity
@Table(name = "blocked_number")
public class BlockedNumber extends Aggregate {
    /** As it was written. */
    String number = "";

    boolean prefix;

    /** The normal form; of a prefix its digits behind a plus. */
    @Column(name = "number_key")
    String numberKey = "";

    @Nullable
    String note;

    /** For Hibernate and {@link BlockedNumbers}. */
    protected BlockedNumber() {}

    static BlockedNumber fresh() {
        return new BlockedNumber();
    }
}
