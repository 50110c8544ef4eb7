package dev.trunkline.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The embedded database of a service, from outside: it can be looked into, and what the service is about to write can be
 * held up with a lock, so that the service stands still exactly there.
 */
public final class Database {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String BLOCKED = "from pg_stat_activity where wait_event_type = 'Lock' and query like ?";

    private final Path dataDir;

    /** @param dataDir of the service */
    public Database(Path dataDir) {
        this.dataDir = dataDir;
    }

    /** A lock that is held until it is closed. */
    interface Lock extends AutoCloseable {
        @Override
        void close();
    }

    /** The first column of the first row as text, null when there is none. */
    String text(String sql, Object... arguments) {
        try (Connection connection = connect()) {
            return text(connection, sql, arguments);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Counts what {@code from …} gives. */
    public long count(String sql, Object... arguments) {
        return Long.parseLong(text("select count(*) " + sql, arguments));
    }

    /** Lets everybody read the table and nobody write. */
    Lock lockTable(String table) {
        return hold("lock table " + table + " in share row exclusive mode");
    }

    /** Lets nobody change the rows that a query gives. */
    Lock lockRows(String query, Object... arguments) {
        return hold(query + " for update", arguments);
    }

    /** Waits until a statement that begins so stands before a lock. */
    void awaitHeldUp(String statement) {
        await("held up: " + statement)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> count(BLOCKED, statement + "%") > 0);
    }

    /** Ends what stands before a lock, as the database itself does when it finds its client dead. */
    void endWhatIsHeldUp() {
        text("select count(pg_terminate_backend(pid)) " + BLOCKED, "%");
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(20)).until(() -> count(BLOCKED, "%") == 0);
    }

    private Lock hold(String sql, Object... arguments) {
        try {
            Connection connection = connect();
            connection.setAutoCommit(false);
            try (PreparedStatement statement = prepare(connection, sql, arguments)) {
                statement.execute();
            }
            return () -> release(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Does nothing the second time. */
    private static void release(Connection connection) {
        try {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The lock was not released", e);
        }
    }

    private static String text(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    /** A connection of the superuser, for the caller to close. */
    public Connection connect() throws SQLException {
        try {
            // Line 4 is the port (PostgreSQL, "Database File Layout").
            String port = Files.readAllLines(dataDir.resolve("postgresql/postmaster.pid"))
                    .get(3)
                    .strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
