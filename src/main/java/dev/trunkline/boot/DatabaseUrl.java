package dev.trunkline.boot;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL connection URI ({@code postgresql://user:password@host:5432/db?sslmode=verify-full}, libpq's form) and what
 * Quarkus calls its parts.
 */
record DatabaseUrl(String host, int port, String database, String user, String password, DatabaseTls tls) {

    /** @throws IllegalArgumentException naming what is wrong, without showing the password */
    static DatabaseUrl parse(String url) {
        URI uri;
        try {
            uri = URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("trunkline.database.url is not a URL", null);
        }
        if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())) {
            throw new IllegalArgumentException("trunkline.database.url must begin with postgresql://");
        }
        String path = uri.getPath() == null ? "" : uri.getPath();
        if (uri.getHost() == null || path.length() < 2) {
            throw new IllegalArgumentException("trunkline.database.url needs a host and a database name");
        }
        String[] userInfo = (uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo()).split(":", 2);
        return new DatabaseUrl(
                uri.getHost(),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                path.substring(1),
                decode(userInfo[0]),
                userInfo.length > 1 ? decode(userInfo[1]) : "",
                DatabaseTls.parse(parameters(uri.getRawQuery())));
    }

    /** The data source's properties, for the reactive client and for Flyway's JDBC alike. */
    Map<String, String> quarkusProperties() {
        String location = host + ":" + port + "/" + database;
        Map<String, String> properties = new HashMap<>(tls.quarkusProperties());
        properties.put("quarkus.datasource.username", user);
        properties.put("quarkus.datasource.password", password);
        properties.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + location + tls.jdbcParameters());
        properties.put("quarkus.datasource.reactive.url", "postgresql://" + location);
        return properties;
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            String[] parts = parameter.split("=", 2);
            parameters.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
        }
        return parameters;
    }

    private static String decode(String part) {
        // URLDecoder reads a form's '+' as a blank; in a URI it is itself (RFC 3986).
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "postgresql://" + user + "@" + host + ":" + port + "/" + database;
    }
}
