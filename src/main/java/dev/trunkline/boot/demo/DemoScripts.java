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

/** The demo's call scripts: one for each queue, in both languages, published before its first call. */
final class DemoScripts {
    private static final Duration AGE = Duration.ofDays(45);

    private static final String SCRIPT = """
            insert into script (id, version, created_at, updated_at, owner_id, name, language, queues, steps, status,
                published, published_at, differs)
            values ($1, 1, $2, $2, $3, $4, $5, $6, $7, 'published', 1, $2, false)""";
    private static final String VERSION = """
            insert into script_version (script_id, number, at, editor_id, name, language, queues, steps)
            select id, published, published_at, owner_id, name, language, queues, steps from script where id = $1""";

    private static final List<Written> ALL = List.of(
            new Written("support", "en", "Service call"),
            new Written("support", "zh-CN", "报修来电"),
            new Written("sales", "en", "Rent or buy"),
            new Written("sales", "zh-CN", "租赁与购买咨询"));

    private DemoScripts() {}

    private record Written(String queue, String language, String name) {}

    static List<Batch> rows(Map<String, Colleague> staff, Instant now) {
        List<Tuple> scripts = new ArrayList<>();
        List<Tuple> versions = new ArrayList<>();
        for (Written one : ALL) {
            UUID id = Ids.next();
            scripts.add(row(
                    id,
                    utc(now.minus(AGE)),
                    Objects.requireNonNull(staff.get("omar")).id(),
                    one.name(),
                    one.language(),
                    new String[] {one.queue()},
                    steps(one)));
            versions.add(row(id));
        }
        return List.of(new Batch(SCRIPT, scripts), new Batch(VERSION, versions));
    }

    private static String steps(Written one) {
        String file = "/demo/scripts/" + one.queue() + "." + one.language() + ".json";
        try (InputStream in = DemoScripts.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
