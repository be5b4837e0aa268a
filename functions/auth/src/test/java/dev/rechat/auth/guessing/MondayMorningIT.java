package dev.rechat.auth.guessing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.AuthApi;
import dev.rechat.auth.Together;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MondayMorningIT {

    private static final int PEOPLE = 200;
    private static final int DESKS = 8;

    /** New laptops for everybody, one address, and every fourth person mistypes first. */
    @Test
    void letsTwoHundredPeopleInFromOneAddress() throws Exception {
        try (AuthApi api = AuthApi.start(Visitor.BEHIND_A_PROXY)) {
            new Visitor(api, "198.51.100.1").register("person0@example.org");
            for (int person = 1; person < PEOPLE; person++) {
                api.sql("INSERT INTO users (id, email, password_hash, display_name, role, active, language,"
                        + " email_verified_at, created_at, updated_at) SELECT UUID(), 'person" + person
                        + "@example.org', password_hash, display_name, role, active, language, email_verified_at,"
                        + " created_at, updated_at FROM users WHERE email = 'person0@example.org'");
            }

            List<List<Integer>> statuses = Together.call(
                    DESKS,
                    desk -> IntStream.range(0, PEOPLE / DESKS)
                            .mapToObj(shift -> signIn(api, desk + shift * DESKS))
                            .toList());

            assertThat(statuses.stream().flatMap(List::stream)).hasSize(PEOPLE).containsOnly(200);
        }
    }

    private static int signIn(AuthApi api, int person) {
        Visitor visitor = new Visitor(api, "198.51.100.1");
        String email = "person" + person + "@example.org";
        if (person % 4 == 0) {
            visitor.signIn(email, "mistyped password");
        }
        return visitor.signIn(email, AuthApi.PASSWORD).status();
    }
}
