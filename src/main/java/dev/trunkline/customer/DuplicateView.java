package dev.trunkline.customer;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A customer who may be the same.
 *
 * @param score from 0 to 100
 * @param likely whether it is worth a hint on the customer's card; others are for who is about to make a new one
 * @param reasons what they have in common, the strongest first
 */
@Schema(name = "DuplicateView")
public record DuplicateView(
        UUID id,
        String name,
        Customer.Kind kind,
        boolean vip,
        List<String> tags,
        @Nullable String ownerName,
        int score,
        boolean likely,
        List<Likeness.Reason> reasons) {
    public DuplicateView {
        tags = List.copyOf(tags);
        reasons = List.copyOf(reasons);
    }
}
