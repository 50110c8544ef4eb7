package dev.trunkline.knowledge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.service.Ticket;
import dev.trunkline.shared.access.Allowed;
import dev.trunkline.shared.access.CurrentReader;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.crud.Etags;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.page.ListQuery;
import dev.trunkline.shared.page.Page;
import dev.trunkline.shared.search.SearchText;
import io.smallrye.mutiny.Uni;
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

/** The knowledge base. */
@Path("/api/v1/articles")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Knowledge")
public class ArticleResource {
    private static final int USUAL = 5;
    private static final int MOST = 20;

    private final Articles articles;
    private final ArticleVersions versions;
    private final ArticleSearch search;
    private final CurrentReader reader;

    ArticleResource(Articles articles, ArticleVersions versions, ArticleSearch search, CurrentReader reader) {
        this.articles = articles;
        this.versions = versions;
        this.search = search;
        this.reader = reader;
    }

    @GET
    @Allowed(Permission.KNOWLEDGE_READ)
    public Uni<Page<ArticleView>> list(
            @BeanParam ListQuery query,
            @QueryParam("status") @Nullable String status,
            @QueryParam("language") @Nullable String language,
            @QueryParam("queue") @Parameter(description = "Name of a queue that it is written for") @Nullable
                    String queue,
            @QueryParam("ticketType") @Nullable String ticketType,
            @QueryParam("tag") @Nullable String tag) {
        String statusWord = status == null ? null : Words.of(Words.parse(Article.Status.class, status, "status"));
        return articles.list(
                reader.get(),
                query,
                where -> where.addIf(statusWord, "e.status = ?")
                        .addIf(language, "e.language = ?")
                        .addIf(queue, "array_contains(e.queues, ?)")
                        .addIf(type(ticketType), "array_contains(e.ticketTypes, ?)")
                        .addIf(tag, "array_contains(e.tags, ?)"));
    }

    @GET
    @Path("suggested")
    @Allowed(Permission.KNOWLEDGE_READ)
    @Operation(
            operationId = "suggestArticles",
            summary = "Published articles that suit a call or a ticket, the best first")
    public Uni<List<ArticleCard>> suggested(
            @QueryParam("queue") @Parameter(description = "The call's queue") @Nullable String queue,
            @QueryParam("ticketType") @Nullable String ticketType,
            @QueryParam("q") @Parameter(description = "Words, such as a ticket's subject; any of them counts") @Nullable
                    String q,
            @QueryParam("language") @Parameter(description = "The reader's own, preferred") @Nullable String language,
            @QueryParam("limit") @Parameter(description = "1 to 20; 5 when left out") @Nullable Integer limit) {
        int most = Math.clamp(limit == null ? USUAL : limit, 1, MOST);
        return search.suggested(reader.get(), queue, type(ticketType), SearchText.of(q), language, most);
    }

    @GET
    @Path("{id}")
    @Allowed(Permission.KNOWLEDGE_READ)
    public Uni<RestResponse<ArticleView>> get(UUID id) {
        return articles.get(reader.get(), id).map(Etags::ok);
    }

    @POST
    @Allowed(Permission.KNOWLEDGE_WRITE)
    public Uni<RestResponse<ArticleView>> create(ArticleInput input) {
        return articles.create(reader.get(), input).map(view -> Etags.created("/api/v1/articles", view));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Path("{id}")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    public Uni<RestResponse<ArticleView>> patch(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, ObjectNode patch) {
        return articles.patch(reader.get(), id, ifMatch, patch).map(Etags::ok);
    }

    @DELETE
    @Path("{id}")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    public Uni<Void> delete(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return articles.delete(reader.get(), id, ifMatch);
    }

    @GET
    @Path("{id}/versions")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    @Operation(operationId = "articleVersions", summary = "What an article once was, the newest first")
    public Uni<List<ArticleVersionView>> versions(@RestPath UUID id) {
        return articles.get(reader.get(), id).chain(() -> versions.of(id));
    }

    @POST
    @Path("{id}/versions/{number}/restore")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    @Operation(
            operationId = "restoreArticle",
            summary = "Makes title and text what they were; that is a change like any other")
    public Uni<RestResponse<ArticleView>> restore(
            @RestPath UUID id, @RestPath long number, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Reader who = reader.get();
        return versions.one(id, number)
                .map(version -> JsonNodeFactory.instance
                        .objectNode()
                        .put("title", version.title())
                        .put("body", version.body()))
                .flatMap(patch -> articles.patch(who, id, ifMatch, patch))
                .map(Etags::ok);
    }

    private static @Nullable String type(@Nullable String word) {
        return word == null ? null : Words.of(Words.parse(Ticket.Type.class, word, "ticketType"));
    }
}
