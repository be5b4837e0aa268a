package dev.rechat.admin.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.accounts.link.LinkPurpose;
import dev.rechat.accounts.link.OneTimeLinks;
import dev.rechat.accounts.password.PasswordHasher;
import dev.rechat.admin.House;
import dev.rechat.testing.account.TestAccounts.Person;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateUserIT {

    private static final String USERS = "/api/v1/admin/users";

    private static House house;
    private static Person root;
    private static ApiClient admin;

    @BeforeAll
    static void open() {
        house = new House(Map.of());
        root = house.person("admin");
        admin = house.as(root);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void makesAnAccountAndTheLinkWithWhichItsOwnerChoosesAPassword() {
        ApiAnswer made = admin.post(USERS, "{\"email\":\" Ada.Lovelace@Example.ORG \"}");

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("email").asText()).isEqualTo("ada.lovelace@example.org");
        assertThat(made.json().path("display_name").asText()).isEqualTo("ada.lovelace");
        assertThat(made.json().path("role").asText()).isEqualTo("user");
        assertThat(made.json().path("language").asText()).isEqualTo("en");
        assertThat(made.json().path("active").asBoolean()).isTrue();
        assertThat(made.json().path("email_verified").asBoolean()).isFalse();
        assertThat(made.json().path("groups").toString()).isEqualTo("[]");
        String id = made.json().path("id").asText();
        String url = made.json().at("/reset_link/url").asText();
        assertThat(url).startsWith("/reset#token=");
        assertThat(house.bean(OneTimeLinks.class)
                        .find(url.substring(url.indexOf('=') + 1), Set.of(LinkPurpose.RESET_BY_ADMINISTRATOR))
                        .user()
                        .id())
                .hasToString(id);
        assertThat(house.stored(
                        "SELECT GROUP_CONCAT(action ORDER BY id) FROM audit_log WHERE target_id = '" + id + "'"))
                .isEqualTo("account_created,password_reset_link_made");
        assertThat(house.stored("SELECT GROUP_CONCAT(DISTINCT actor_id) FROM audit_log WHERE target_id = '" + id + "'"))
                .isEqualTo(root.id());
    }

    @Test
    void givesItNoPasswordAtAll() {
        String id = admin.post(USERS, "{\"email\":\"nobody@example.org\"}")
                .json()
                .path("id")
                .asText();

        String hash = house.stored("SELECT password_hash FROM users WHERE id = '" + id + "'");

        PasswordHasher passwords = house.bean(PasswordHasher.class);
        assertThat(passwords.matches(hash, hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
        assertThat(passwords.isCurrent(hash)).isFalse();
    }

    @Test
    void takesNameRoleLanguageAndGroups() {
        String group = house.group("Legal");

        ApiAnswer made = admin.post(
                USERS,
                ("{\"email\":\"grace@example.org\",\"display_name\":\" Grace Hopper \",\"role\":\"pending\","
                                + "\"language\":\"de-CH\",\"group_ids\":[\"%s\",\"%s\"]}")
                        .formatted(group, group));

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("display_name").asText()).isEqualTo("Grace Hopper");
        assertThat(made.json().path("role").asText()).isEqualTo("pending");
        assertThat(made.json().path("language").asText()).isEqualTo("de-CH");
        assertThat(made.json().path("groups").toString())
                .isEqualTo("[{\"id\":\"%s\",\"name\":\"Legal\"}]".formatted(group));
        assertThat(admin.get(USERS + "/" + made.json().path("id").asText())
                        .json()
                        .path("groups"))
                .isEqualTo(made.json().path("groups"));
    }

    @Test
    void refusesAnAddressThatHasAnAccount() {
        admin.post(USERS, "{\"email\":\"twice@example.org\"}");
        String acts = house.stored("SELECT COUNT(*) FROM audit_log");

        ApiAnswer refused = admin.post(USERS, "{\"email\":\"TWICE@example.org\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("email_taken");
        assertThat(house.stored("SELECT COUNT(*) FROM audit_log")).isEqualTo(acts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                        | email:required",
                "{\"email\":\"nobody\"}                                    | email:invalid",
                "{\"email\":\"a@b.c\",\"role\":\"root\"}                   | role:invalid",
                "{\"email\":\"a@b.c\",\"language\":\"english, please\"}    | language:invalid",
                "{\"email\":\"a@b.c\",\"display_name\":\" \"}              | display_name:invalid",
                "{\"email\":\"a@b.c\",\"password\":\"secret\"}             | password:unknown_field",
                "{\"email\":\"a@b.c\",\"group_ids\":[\"x\"]}               | group_ids[0]:invalid",
                "{\"email\":\"a@b.c\",\"group_ids\":[\"01890a5d-ac96-774b-bcce-b302099a8057\"]} | group_ids:unknown"
            })
    void refusesWhatIsNoAccount(String body, String error) {
        ApiAnswer refused = admin.post(USERS, body);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.errors()).contains(error);
        assertThat(house.stored("SELECT COUNT(*) FROM users WHERE email = 'a@b.c'"))
                .isEqualTo("0");
    }

    /** Who may make accounts may make themselves another one: a key that was found somewhere must not. */
    @ParameterizedTest
    @ValueSource(strings = {"user", "pending"})
    void isForAdministratorsThemselvesAlone(String role) {
        ApiClient nobody = house.as(house.person(role));
        ApiClient key = house.with(house.accounts().key(root.id(), "admin"));

        assertThat(nobody.post(USERS, "{\"email\":\"x@example.org\"}").status()).isEqualTo(403);
        assertThat(key.post(USERS, "{\"email\":\"x@example.org\"}").status()).isEqualTo(403);
    }
}
