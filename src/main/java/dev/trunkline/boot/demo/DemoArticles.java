package dev.trunkline.boot.demo;

import static dev.trunkline.boot.demo.Batch.row;
import static dev.trunkline.boot.demo.Batch.utc;

import dev.trunkline.shared.Ids;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The demo's knowledge base: what its agents are asked most, in both languages. What it is searched by is made later. */
final class DemoArticles {
    private static final String ARTICLE = """
            insert into article (id, version, created_at, updated_at, owner_id, title, body, language, status, queues,
                ticket_types, tags, audience)
            values ($1, 0, $2, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""";
    private static final String VERSION = """
            insert into article_version (article_id, number, at, editor_id, title, body, language, status, queues,
                ticket_types, tags, audience)
            select id, 1, created_at, owner_id, title, body, language, status, queues, ticket_types, tags, audience
            from article where id = $1""";

    private static final List<Written> ALL = List.of(
            new Written("leak.en", "published", 41, "support", "repair", "leak", "emergency"),
            new Written("leak.zh-CN", "published", 41, "support", "repair", "漏水", "紧急"),
            new Written("e4.en", "published", 33, "support", "repair", "E4", "coffee machine"),
            new Written("e4.zh-CN", "published", 33, "support", "repair", "E4", "咖啡机"),
            new Written("filter.en", "published", 27, "support", "repair", "filter", "water dispenser"),
            new Written("filter.zh-CN", "published", 27, "support", "repair", "滤芯", "饮水机"),
            new Written("rent.en", "published", 19, "sales", "request", "rental", "quote"),
            new Written("rent.zh-CN", "published", 19, "sales", "request", "租赁", "报价"),
            new Written("complaint.en", "published", 12, "support", "complaint", "visit", "apology"),
            new Written("complaint.zh-CN", "published", 12, "support", "complaint", "上门", "道歉"),
            new Written("invoice.en", "draft", 2, "support", "dispute", "invoice", "returns"),
            new Written("credit.en", "published", 8, "support", "complaint", "credit", "rental"),
            new Written("credit.zh-CN", "published", 8, "support", "complaint", "减免", "租赁"));

    /** What one team may grant is not for the others to promise. */
    private static final String FOR_WEIS_TEAM = "credit.";

    private DemoArticles() {}

    private record Written(
            String file, String status, int daysAgo, String queue, String type, String tag, String otherTag) {}

    static List<Batch> rows(Map<String, Colleague> staff, Instant now) {
        List<Tuple> articles = new ArrayList<>();
        List<Tuple> versions = new ArrayList<>();
        for (Written one : ALL) {
            UUID id = Ids.next();
            String text = text(one.file());
            int titled = text.indexOf('\n');
            articles.add(row(
                    id,
                    utc(now.minus(Duration.ofDays(one.daysAgo()))),
                    Objects.requireNonNull(staff.get("lina")).id(),
                    text.substring(2, titled),
                    text.substring(titled).strip(),
                    one.file().substring(one.file().indexOf('.') + 1),
                    one.status(),
                    new String[] {one.queue()},
                    new String[] {one.type()},
                    new String[] {one.tag(), one.otherTag()},
                    audience(one, staff)));
            versions.add(row(id));
        }
        return List.of(new Batch(ARTICLE, articles), new Batch(VERSION, versions));
    }

    private static String[] audience(Written one, Map<String, Colleague> staff) {
        UUID team = Objects.requireNonNull(staff.get("wei")).teamId();
        return one.file().startsWith(FOR_WEIS_TEAM) && team != null ? new String[] {team.toString()} : new String[0];
    }

    private static String text(String file) {
        try (InputStream in = DemoArticles.class.getResourceAsStream("/demo/articles/" + file + ".md")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
