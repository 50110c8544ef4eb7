package dev.trunkline.call.history;

import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.audit.AuditNames;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls and their recordings in the audit: by the far end's number, and by customer. */
@Singleton
class CallAuditNames implements AuditNames {
    private final CallQueries queries;
    private final CallViews views;

    CallAuditNames(CallQueries queries, CallViews views) {
        this.queries = queries;
        this.views = views;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("call", "recording");
    }

    @Override
    public Uni<Map<String, Named>> names(String kind, Collection<String> refs) {
        String[] calls = refs.stream().map(CallAuditNames::call).distinct().toArray(String[]::new);
        return queries.records(Where.sql().add("c.id = any(?)", (Object) calls), "c.id", calls.length)
                .chain(views::of)
                .map(found -> {
                    Map<String, CallView> byId =
                            found.stream().collect(Collectors.toMap(CallView::id, Function.identity()));
                    Map<String, Named> named = new HashMap<>();
                    for (String ref : List.copyOf(refs)) {
                        CallView view = byId.get(call(ref));
                        if (view != null) {
                            named.put(ref, new Named(number(view), view.customerId(), view.customerName()));
                        }
                    }
                    return named;
                });
    }

    /** A recording is known by its call's id and its own number: {@code id/1}. */
    private static String call(String ref) {
        int end = ref.lastIndexOf('/');
        return end < 0 ? ref : ref.substring(0, end);
    }

    private static @Nullable String number(CallView call) {
        return switch (call.direction()) {
            case INBOUND -> call.fromE164() != null ? call.fromE164() : call.from();
            case OUTBOUND -> call.toE164() != null ? call.toE164() : call.to();
            case INTERNAL -> call.from();
        };
    }
}
