package dev.rechat.local.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** One of each identity; the first account of the house is none of them. */
final class People {

    private static final String AUTH = "/api/v1/auth";

    private final AccessHouse house;
    private final Map<Identity, Person> people = new EnumMap<>(Identity.class);

    People(AccessHouse house) {
        this.house = house;
        for (Identity identity : Identity.values()) {
            people.put(identity, make(identity));
        }
    }

    Person the(Identity identity) {
        Person person = people.get(identity);
        if (person == null) {
            throw new IllegalStateException(identity + " is not there yet");
        }
        return person;
    }

    private Person make(Identity identity) {
        return switch (identity) {
            case ANONYMOUS -> new Person("", null);
            case PENDING -> account("PENDING");
            case USER, OTHER -> account("USER");
            case ADMIN -> account("ADMIN");
        };
    }

    /** Signs in after the role was given, because tokens name one. */
    Person account(String role) {
        String email = UUID.randomUUID() + "@example.org";
        String id = enter("/register", email).at("/user/id").asText();
        house.sql("UPDATE users SET role = ?, email_verified_at = '2026-01-01' WHERE id = ?", role, id);
        return new Person(id, enter("/login", email).path("access_token").asText());
    }

    private JsonNode enter(String route, String email) {
        String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, AccessHouse.PASSWORD);
        return house.must(null, "POST", AUTH + route, body, false);
    }
}
