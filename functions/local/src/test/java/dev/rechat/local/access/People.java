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
        house.sql("REPLACE INTO system_settings (setting_key, setting_value, updated_at)"
                + " VALUES ('email_verification', 'true', NOW()), ('admins_need_totp', 'true', NOW())");
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
            case SIGNED_OUT -> changed(account("USER"), "UPDATE sessions SET ended_at = NOW() WHERE user_id = ?");
            case DEACTIVATED -> changed(account("USER"), "UPDATE users SET active = FALSE WHERE id = ?");
            case PENDING -> account("PENDING");
            case UNVERIFIED -> changed(account("USER"), "UPDATE users SET email_verified_at = NULL WHERE id = ?");
            case USER, OTHER -> account("USER");
            case ADMIN -> withFactor(account("ADMIN"));
            case ADMIN_WITHOUT_FACTOR -> account("ADMIN");
            case KEY_CHAT -> key(the(Identity.USER), "chat");
            case KEY_READ -> key(the(Identity.USER), "read");
            case KEY_ADMIN -> withFactor(key(account("ADMIN"), "admin"));
            case KEY_ADMIN_OF_USER ->
                changed(key(account("ADMIN"), "admin"), "UPDATE users SET role = 'USER' WHERE id = ?");
        };
    }

    /** Before the first request with the token: what holds for it is remembered for a while. */
    private Person changed(Person person, String sql) {
        house.sql(sql, person.id());
        return person;
    }

    private Person withFactor(Person person) {
        return changed(
                person,
                "INSERT INTO second_factors (user_id, secret_sealed, created_at, confirmed_at)"
                        + " VALUES (?, 'sealed', NOW(), NOW())");
    }

    private Person key(Person owner, String scope) {
        String body = "{\"name\":\"of a test\",\"scopes\":[\"%s\"],\"password\":\"%s\"}"
                .formatted(scope, AccessHouse.PASSWORD);
        return new Person(
                owner.id(),
                house.must(owner.token(), "POST", AUTH + "/keys", body, false)
                        .path("key")
                        .asText());
    }

    /** Signs in after the role was given, so that the token knows it, too. */
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
