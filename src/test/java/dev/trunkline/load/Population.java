package dev.trunkline.load;

import dev.trunkline.faults.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The people of the run, written straight to the database: its customers, and its agents, who are signed in already. */
final class Population {
    private final Connection connection;

    Population(Database database) throws SQLException {
        connection = database.connect();
    }

    /** The extension of the agent of this number, counted from 0. */
    static String extension(int agent) {
        return String.valueOf(100_000 + agent);
    }

    /** The token of the agent's session. */
    static String token(int agent) {
        return "token-of-load-agent-" + agent;
    }

    /** The number of a customer, as its network presents it. */
    static String phone(long customer) {
        return "130" + String.format("%08d", customer);
    }

    /** Makes them, and has the queue give no wrap-up time, so that agents are free for the next call at once. */
    void write(int agents, int customers) throws SQLException {
        try (connection;
                Statement sql = connection.createStatement()) {
            sql.execute("update queue set wrap_up_seconds = 0, missed_limit = 0, recording = 'never'");
            sql.execute("""
                    insert into customer (id, version, created_at, updated_at, kind, name, tags, vip, contacts, findable)
                    select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 0, now(), now(), 'person',
                        'Customer ' || n, array['load'], n %% 100 = 0,
                        '[{"id":"00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0') || '","name":"Customer ' || n
                            || '","phones":[{"raw":"130' || lpad(n::text, 8, '0') || '","e164":"+86130'
                            || lpad(n::text, 8, '0') || '"}]}]',
                        'customer ' || n
                    from generate_series(0, %d) n""".formatted(customers - 1));
            sql.execute("""
                    insert into customer_phone (id, customer_id, phone_key, digits, raw, contact_name)
                    select id, id, '+86130' || lpad(n::text, 8, '0'), '86130' || lpad(n::text, 8, '0'),
                        '130' || lpad(n::text, 8, '0'), 'Customer ' || n
                    from (select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id, n
                        from generate_series(0, %d) n) made""".formatted(customers - 1));
            sql.execute("""
                    insert into app_user (id, version, created_at, updated_at, username, name, roles, extension, active)
                    select gen_random_uuid(), 0, now(), now(), 'load-' || n, 'Agent ' || n, array['agent'],
                        (100000 + n)::text, true
                    from generate_series(0, %d) n""".formatted(agents - 1));
            sql.execute("""
                    insert into queue_member (queue_id, user_id)
                    select queue.id, app_user.id from queue, app_user
                    where queue.name = 'support' and username like 'load-%'""");
            sessions(agents);
            sql.execute("analyze");
        }
    }

    private void sessions(int agents) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into session (token_hash, user_id, created_at, expires_at)
                select ?, id, now(), now() + interval '1 day' from app_user where username = ?""")) {
            for (int agent = 0; agent < agents; agent++) {
                insert.setBytes(1, sha256(token(agent)));
                insert.setString(2, "load-" + agent);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
