package dev.trunkline.boot;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the way to the database is kept from others' eyes, in libpq's words (PostgreSQL, "SSL Support"): {@code require}
 * encrypts and trusts whoever answers, {@code verify-ca} and {@code verify-full} trust who is signed by the root.
 *
 * @param mode empty: PostgreSQL's drivers decide
 * @param rootCertificate a PEM file; empty where nobody is verified
 */
record DatabaseTls(String mode, String rootCertificate) {
    static final DatabaseTls NONE = new DatabaseTls("", "");

    private static final String MODE = "sslmode";
    private static final String ROOT = "sslrootcert";
    private static final Set<String> UNVERIFIED = Set.of("disable", "require");
    private static final Set<String> VERIFIED = Set.of("verify-ca", "verify-full");

    /** @throws IllegalArgumentException naming the parameter that is not understood */
    static DatabaseTls parse(Map<String, String> parameters) {
        for (String name : parameters.keySet()) {
            if (!name.equals(MODE) && !name.equals(ROOT)) {
                throw new IllegalArgumentException(
                        "trunkline.database.url has a parameter other than sslmode and sslrootcert");
            }
        }
        DatabaseTls tls = new DatabaseTls(parameters.getOrDefault(MODE, ""), parameters.getOrDefault(ROOT, ""));
        if (!tls.mode.isEmpty() && !UNVERIFIED.contains(tls.mode) && !VERIFIED.contains(tls.mode)) {
            throw new IllegalArgumentException(
                    "trunkline.database.url: sslmode is disable, require, verify-ca or verify-full");
        }
        if (VERIFIED.contains(tls.mode) == tls.rootCertificate.isEmpty()) {
            throw new IllegalArgumentException(
                    "trunkline.database.url: sslmode verify-ca or verify-full and sslrootcert belong together");
        }
        return tls;
    }

    /** What follows the address in the URL for JDBC. */
    String jdbcParameters() {
        if (mode.isEmpty()) {
            return "";
        }
        String parameters = "?" + MODE + "=" + mode;
        return rootCertificate.isEmpty()
                ? parameters
                : parameters + "&" + ROOT + "=" + URLEncoder.encode(rootCertificate, StandardCharsets.UTF_8);
    }

    /** The reactive client's properties. */
    Map<String, String> quarkusProperties() {
        Map<String, String> properties = new TreeMap<>();
        if (!mode.isEmpty()) {
            properties.put("quarkus.datasource.reactive.postgresql.ssl-mode", mode);
        }
        if (mode.equals("require")) {
            properties.put("quarkus.datasource.reactive.trust-all", "true");
        }
        if (!rootCertificate.isEmpty()) {
            properties.put("quarkus.datasource.reactive.trust-certificate-pem", "true");
            properties.put("quarkus.datasource.reactive.trust-certificate-pem.certs", rootCertificate);
        }
        if (mode.equals("verify-full")) {
            properties.put("quarkus.datasource.reactive.hostname-verification-algorithm", "HTTPS");
        }
        return properties;
    }
}
