package dev.trunkline.desk;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.trunkline.People;
import dev.trunkline.PostgresTestResource;
import dev.trunkline.call.tracking.StoredCalls;
import dev.trunkline.identity.Role;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What an agent said is done to its end though the page has gone, as when it is loaded again in that moment. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class PageLeftTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    People people;

    @Inject
    StoredCalls stored;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry meters;

    @TestHTTPResource("/")
    URI service;

    @Test
    void aCustomerIsChosenThoughThePageIsLeftBeforeTheAnswer() throws Exception {
        people.ensure("page-left", Role.AGENT, null, "7393");
        String call = "/api/v1/calls/" + stored.answered("page-left", "7393", "13800138302");
        String token = people.token("page-left", Role.AGENT, null);
        String customer = people.as("page-left", Role.AGENT)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Chosen in passing"))
                .post("/api/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        try (Connection slow = database.getConnection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("lock table customer in access exclusive mode");
            int before = connections();
            try (Socket page = new Socket(service.getHost(), service.getPort())) {
                send(page, call + "/customer", token, "{\"customerId\":\"" + customer + "\"}");
                await().atMost(LIMIT).until(() -> somebodyWaits(statement));
            }
            await().atMost(LIMIT).until(() -> connections() <= before);
            slow.rollback();
        }
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        people.as("page-left", Role.AGENT).get(call).then().body("customerId", equalTo(customer)));
    }

    private static void send(Socket page, String path, String token, String body) throws IOException {
        String request = "PUT " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        page.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean somebodyWaits(Statement statement) throws SQLException {
        try (ResultSet waiting = statement.executeQuery(
                "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")) {
            return waiting.next();
        }
    }

    /** HTTP connections the service has open. */
    private int connections() {
        return meters.get("http.server.connections").longTaskTimers().stream()
                .mapToInt(LongTaskTimer::activeTasks)
                .sum();
    }
}
