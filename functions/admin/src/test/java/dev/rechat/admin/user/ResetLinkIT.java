package dev.rechat.admin.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.accounts.link.LinkPurpose;
import dev.rechat.accounts.link.OneTimeLinks;
import dev.rechat.admin.House;
import dev.rechat.testing.account.TestAccounts.Person;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResetLinkIT {

    private static final String USERS = "/api/v1/admin/users/";

    @Test
    void isToldOnceAndWorksForADay() {
        try (House house = new House(Map.of("rechat.public-url", "https://chat.example.org/"))) {
            Person root = house.person("admin");
            Person bob = house.person("user");
            ApiClient admin = house.as(root);

            ApiAnswer made = admin.post(USERS + bob.id() + "/reset-link", "{}");

            assertThat(made.status()).isEqualTo(201);
            String url = made.json().path("url").asText();
            assertThat(url).matches("https://chat\\.example\\.org/reset#token=[A-Za-z0-9_-]{43}");
            Instant expires = Instant.parse(made.json().path("expires_at").asText());
            assertThat(Duration.between(
                            Instant.parse(house.stored(
                                    "SELECT DATE_FORMAT(created_at, '%Y-%m-%dT%H:%i:%s.%fZ') FROM one_time_links")),
                            expires))
                    .isEqualTo(Duration.ofHours(24));
            String token = url.substring(url.indexOf('=') + 1);
            assertThat(house.bean(OneTimeLinks.class)
                            .find(token, Set.of(LinkPurpose.RESET_BY_ADMINISTRATOR))
                            .user()
                            .id())
                    .hasToString(bob.id());
            assertThat(house.newestAct())
                    .startsWith("password_reset_link_made " + root.id() + " " + bob.id())
                    .doesNotContain(token);
            assertThat(house.stored("SELECT GROUP_CONCAT(token_hash, bound_to) FROM one_time_links"))
                    .doesNotContain(token);
        }
    }

    @Test
    void isAPathOfTheWebAppWhereTheHouseDoesNotKnowItsAddress() {
        try (House house = new House(Map.of())) {
            Person root = house.person("admin");

            ApiAnswer made = house.as(root).post(USERS + root.id() + "/reset-link", "{}");

            assertThat(made.json().path("url").asText()).startsWith("/reset#token=");
        }
    }

    @Test
    void isNotMadeForAnAccountThatIsSwitchedOff() {
        try (House house = new House(Map.of())) {
            ApiClient admin = house.as(house.person("admin"));
            Person bob = house.person("user");
            admin.patch(USERS + bob.id(), "{\"active\":false}");

            assertThat(admin.post(USERS + bob.id() + "/reset-link", "{}").code())
                    .isEqualTo("account_disabled");
        }
    }
}
