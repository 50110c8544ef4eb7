package dev.trunkline.service;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;

/** Rows of customers, for tests that need no more of them than that they exist. */
final class TestCustomers {
    private TestCustomers() {}

    static void insert(Pool pool, UUID id) {
        pool.preparedQuery("""
                        insert into customer (id, version, created_at, updated_at, kind, name, tags, vip, contacts)
                        values ($1, 0, now(), now(), 'person', 'A customer', '{}', false, '[]')""").execute(Tuple.of(id)).await().atMost(Duration.ofSeconds(10));
    }
}
