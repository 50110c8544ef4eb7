package dev.trunkline;

import static io.restassured.RestAssured.given;

import dev.trunkline.identity.Role;
import dev.trunkline.identity.Users;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Makes people for component tests and signs them in. A user name stands for the same person in every test. */
@Singleton
public class People {
    /** Everybody's password. */
    public static final String PASSWORD = "a test's password";

    private final Users users;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    People(Users users) {
        this.users = users;
    }

    /** Makes the person when there is none of that user name. */
    public UUID ensure(String username, Role role, @Nullable String team, @Nullable String extension) {
        return users.ensure(new Users.NewPerson(username, "Name of " + username, PASSWORD, role, team, extension, null))
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    /** A request by a person, made when there is none of that user name, of no team and without phone. */
    public RequestSpecification as(String username, Role role) {
        return as(username, role, null);
    }

    /** A request by a person, made when there is none of that user name, without phone. */
    public RequestSpecification as(String username, Role role, @Nullable String team) {
        return given().header("Authorization", "Bearer " + token(username, role, team));
    }

    /** A token of a session of the person's, the same each time. */
    public String token(String username, Role role, @Nullable String team) {
        return tokens.computeIfAbsent(username, name -> {
            ensure(name, role, team, null);
            return signIn(name);
        });
    }

    /** A new session's token. */
    public static String signIn(String username) {
        return given().contentType("application/json")
                .body(Map.of("username", username, "password", PASSWORD))
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }
}
