package dev.trunkline.knowledge;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.trunkline.identity.Users;
import dev.trunkline.service.Ticket;
import dev.trunkline.shared.access.Permission;
import dev.trunkline.shared.access.Reader;
import dev.trunkline.shared.access.ScopeRule;
import dev.trunkline.shared.access.Where;
import dev.trunkline.shared.crud.Change;
import dev.trunkline.shared.crud.Crud;
import dev.trunkline.shared.crud.CrudKit;
import dev.trunkline.shared.crud.CrudSpec;
import dev.trunkline.shared.json.Words;
import dev.trunkline.shared.problem.Problem;
import dev.trunkline.shared.search.SearchText;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Making, seeing and changing articles. Who may not write them sees those that were published for them. */
@Singleton
class Articles extends Crud<Article, ArticleInput, ArticleView> {
    static final String KIND = "article";

    /** Articles are nobody's own: what a narrower scope than all leaves is what was published for the reader. */
    private static final ScopeRule OPEN =
            same("e.status = 'published' and function('article_open_to', e.audience, {groups}) = true");

    /** The same for the PostgreSQL client. */
    static final ScopeRule OPEN_IN_SQL = same("e.status = 'published' and article_open_to(e.audience, {groups})");

    private final Users users;
    private final ArticleVersions versions;
    private final ArticleSearch search;

    Articles(CrudKit kit, Users users, ArticleVersions versions, ArticleSearch search) {
        super(
                kit,
                CrudSpec.of(
                                Article.class,
                                ArticleInput.class,
                                KIND,
                                Permission.KNOWLEDGE_READ,
                                Permission.KNOWLEDGE_WRITE)
                        .orderedBy(CrudSpec.<Article>byId()
                                .by("-updatedAt", "e.updatedAt", Instant.class, Article::updatedAt)
                                .by("createdAt", "e.createdAt", Instant.class, Article::createdAt)
                                .by("title", "e.title", String.class, article -> article.title))
                        .scopedBy(OPEN));
        this.users = users;
        this.versions = versions;
        this.search = search;
    }

    @Override
    protected Article fresh(Reader reader) {
        Article article = Article.fresh();
        article.ownedBy(reader.userId());
        return article;
    }

    @Override
    protected ArticleInput input(Article article) {
        Audience audience = Audience.parse(article.audience);
        return new ArticleInput(
                article.title,
                article.body,
                article.language,
                status(article.status),
                List.of(article.queues),
                types(article.ticketTypes),
                List.of(article.tags),
                audience.teams(),
                audience.roles());
    }

    @Override
    protected Uni<Void> apply(Mutiny.Session session, Reader reader, Article article, ArticleInput input) {
        Audience audience = Audience.of(input.teams(), input.roles());
        return known(session, audience.teams()).invoke(() -> take(article, input, audience));
    }

    /** Fails with 422 for a team that there is not: an article for nobody would be a mistake. */
    private static Uni<Void> known(Mutiny.Session session, List<UUID> teams) {
        return teams.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createSelectionQuery("select count(t) from Team t where t.id in ?1", Long.class)
                        .setParameter(1, teams)
                        .getSingleResult()
                        .invoke(found -> {
                            if (found < teams.size()) {
                                throw Problem.invalid("teams", "unknown", "must be teams that there are");
                            }
                        })
                        .replaceWithVoid();
    }

    private static void take(Article article, ArticleInput input, Audience audience) {
        article.title = requireNonNull(input.title()).strip();
        article.body = requireNonNull(input.body());
        article.language = requireNonNull(input.language());
        article.status = Words.of(requireNonNullElse(input.status(), Article.Status.DRAFT));
        article.queues = distinct(input.queues());
        article.ticketTypes = requireNonNullElse(input.ticketTypes(), List.<Ticket.Type>of()).stream()
                .map(Words::of)
                .distinct()
                .toArray(String[]::new);
        article.tags = distinct(input.tags());
        article.audience = audience.kept();
    }

    @Override
    protected Uni<Void> changed(Mutiny.Session session, Reader reader, Article article, Change change) {
        return change == Change.DELETED
                ? Uni.createFrom().voidItem()
                : versions.keep(session, reader, article).chain(() -> search.write(session, article));
    }

    @Override
    protected Uni<List<ArticleView>> views(Mutiny.Session session, List<Article> articles) {
        List<UUID> authors = articles.stream()
                .map(Article::ownerId)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toList());
        return users.names(authors)
                .map(names ->
                        articles.stream().map(article -> view(article, names)).toList());
    }

    @Override
    protected void search(Where where, String text) {
        String words = SearchText.of(text).words();
        String like = Where.containing(text.toLowerCase(Locale.ROOT));
        if (words == null) {
            where.add("lower(e.title) like ? escape '!'", like);
        } else {
            where.add("lower(e.title) like ? escape '!' or function('article_found', e.id, ?) = true", like, words);
        }
    }

    static Article.Status status(String word) {
        return Words.parse(Article.Status.class, word, "status");
    }

    private static List<Ticket.Type> types(String[] words) {
        return Arrays.stream(words)
                .map(word -> Words.parse(Ticket.Type.class, word, "ticketTypes"))
                .toList();
    }

    private static String[] distinct(@Nullable List<String> words) {
        return requireNonNullElse(words, List.<String>of()).stream()
                .map(String::strip)
                .distinct()
                .toArray(String[]::new);
    }

    private static ScopeRule same(String condition) {
        return new ScopeRule(condition, condition);
    }

    private static ArticleView view(Article article, Map<UUID, String> names) {
        Audience audience = Audience.parse(article.audience);
        UUID author = article.ownerId();
        return new ArticleView(
                article.id(),
                article.title,
                article.body,
                article.language,
                status(article.status),
                Arrays.asList(article.queues),
                types(article.ticketTypes),
                Arrays.asList(article.tags),
                audience.teams(),
                audience.roles(),
                author == null ? null : names.get(author),
                article.createdAt(),
                article.updatedAt(),
                article.version());
    }
}
