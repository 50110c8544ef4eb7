package dev.trunkline.search;

import dev.trunkline.search.SearchView.SearchGroup;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.search.SearchText;
import dev.trunkline.shared.search.Searchable;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Finds anything that the reader may see by what was typed so far. */
@Path("/api/v1/search")
@Cancellable(false)
@Tag(name = "Search")
public class SearchResource {
    private static final int USUAL = 6;
    private static final int MOST = 20;

    private final List<Searchable> kinds;
    private final CurrentReader reader;

    SearchResource(@All List<Searchable> kinds, CurrentReader reader) {
        this.kinds = kinds.stream()
                .sorted(Comparator.comparingInt(Searchable::order))
                .toList();
        this.reader = reader;
    }

    @GET
    @Allowed(Permission.SELF)
    @Operation(
            operationId = "search",
            summary =
                    "Customers, tickets, articles, people and queues by name, words, pinyin or its initials, part of a"
                            + " telephone number, or number")
    public Uni<SearchView> search(
            @QueryParam("q") @Parameter(description = "What was typed so far, at most 200 characters") @Nullable
                    String q,
            @QueryParam("limit") @Parameter(description = "Things of each kind, 1 to 20; 6 when left out") @Nullable
                    Integer limit) {
        Reader who = reader.get();
        SearchText text = SearchText.of(q);
        int most = Math.clamp(limit == null ? USUAL : limit, 1, MOST);
        if (text.isEmpty()) {
            return Uni.createFrom().item(new SearchView(List.of()));
        }
        return Multi.createFrom()
                .iterable(kinds)
                .filter(kind -> who.may(kind.permission()))
                .onItem()
                .transformToUni(kind -> kind.find(who, text, most + 1)
                        .map(hits -> new SearchGroup(
                                kind.kind(), hits.subList(0, Math.min(most, hits.size())), hits.size() > most)))
                .merge()
                .filter(group -> !group.items().isEmpty())
                .collect()
                .asList()
                .map(this::inOrder);
    }

    private SearchView inOrder(List<SearchGroup> groups) {
        List<String> order = kinds.stream().map(Searchable::kind).toList();
        return new SearchView(groups.stream()
                .sorted(Comparator.comparingInt(group -> order.indexOf(group.kind())))
                .toList());
    }
}
