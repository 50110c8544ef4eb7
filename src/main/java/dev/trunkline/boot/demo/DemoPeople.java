package dev.trunkline.boot.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who can sign in to the demo. All of them are made up; the password is public and exists in demo mode only. */
public final class DemoPeople {
    public static final String PASSWORD = "trunkline-demo";

    public static final List<Person> ALL = List.of(
            new Person("admin", "Avery Admin", "administrator", null, null),
            new Person("lina", "Lina Ortega", "supervisor", "Service", "1005"),
            new Person("wei", "Wei Chen", "agent", "Service", "1001"),
            new Person("anna", "Anna Lindqvist", "agent", "Service", "1002"),
            new Person("marco", "Marco Bellini", "agent", "Service", "1003"),
            new Person("yuki", "Yuki Tanabe", "agent", "Sales", "1004"),
            new Person("omar", "Omar Haddad", "campaign-manager", "Sales", null),
            new Person("sofia", "Sofia Marin", "sales", "Sales", null));

    private DemoPeople() {}

    /**
     * One of them.
     *
     * @param team null for none
     * @param extension null for people without a phone
     */
    public record Person(
            String username,
            String name,
            String role,
            @Nullable String team,
            @Nullable String extension) {}
}
