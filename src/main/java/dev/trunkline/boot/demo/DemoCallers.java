package dev.trunkline.boot.demo;

import dev.trunkline.telephony.CallerNumbers;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose numbers the demo's callers call from: customers', most of all those whose pop has something to show, being
 * shared by two or a VIP's.
 */
@Singleton
class DemoCallers implements CallerNumbers {
    private static final Logger LOG = LoggerFactory.getLogger(DemoCallers.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    /** When the customers are there. */
    private static final int AFTER_HISTORY = 1700;

    /** Each number three times over when shared, and twice for a VIP. */
    private static final String NUMBERS = """
            select n.phone_key from (
                select p.phone_key, case when count(distinct p.customer_id) > 1 then 3
                    when bool_or(c.vip) then 2 else 1 end as times
                from customer_phone p join customer c on c.id = p.customer_id
                where p.phone_key like '+%' group by p.phone_key order by p.phone_key limit 1000) n,
                generate_series(1, n.times)""";

    private final Pool pool;
    private final boolean wanted;
    private volatile List<String> numbers = List.of();

    DemoCallers(Pool pool, @ConfigProperty(name = "trunkline.demo", defaultValue = "false") boolean wanted) {
        this.pool = pool;
        this.wanted = wanted;
    }

    void load(@Observes @Priority(AFTER_HISTORY) StartupEvent starting) {
        if (!wanted) {
            return;
        }
        try {
            numbers = pool.query(NUMBERS)
                    .execute()
                    .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                            .map(row -> row.getString(0))
                            .toList())
                    .await()
                    .atMost(LIMIT);
        } catch (RuntimeException failure) {
            LOG.error("Callers of the demo are strangers all: the customers' numbers could not be read", failure);
        }
    }

    @Override
    public List<String> numbers() {
        return numbers;
    }
}
