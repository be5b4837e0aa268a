package dev.rechat.admin.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.admin.House;
import dev.rechat.testing.account.TestAccounts.Person;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserListIT {

    private static final String USERS = "/api/v1/admin/users";

    private static House house;
    private static Person root;
    private static String group;
    private static ApiClient admin;

    @BeforeAll
    static void open() {
        house = new House(Map.of());
        root = named("admin", "root@example.org", "Root");
        named("user", "ada.lovelace@example.org", "Ada Lovelace");
        named("user", "grace_hopper@example.com", "艾达 100%");
        named("pending", "alan@example.org", "ALAN");
        house.accounts()
                .run("UPDATE users SET active = FALSE, email_verified_at = NULL WHERE email = 'alan@example.org'");
        group = house.group("Both");
        house.accounts()
                .run(
                        "INSERT INTO group_members (group_id, user_id, added_at) SELECT ?, id, NOW(3) FROM users"
                                + " WHERE email LIKE 'a%'",
                        group);
        admin = house.as(root);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                        | ada.lovelace alan grace_hopper root",
                "query=LOVELACE          | ada.lovelace",
                "query=alan              | alan",
                "query=example.org       | ada.lovelace alan root",
                "query=艾达              | grace_hopper",
                "query=%25               | grace_hopper",
                "query=_                 | grace_hopper",
                "query=!                 | ''",
                "query=%5C               | ''",
                "query='                 | ''",
                "role=user               | ada.lovelace grace_hopper",
                "role=pending            | alan",
                "active=false            | alan",
                "active=true&role=user&query=ada | ada.lovelace",
                "group_id=GROUP          | ada.lovelace alan",
                "group_id=GROUP&sort=name&active=true | ada.lovelace",
                "group_id=01890a5d-ac96-774b-bcce-b302099a8057 | ''",
            })
    void findsByPartOfAddressOrNameByRoleAndByState(String parameters, String found) {
        ApiAnswer answer =
                admin.get(USERS + "?" + (parameters == null ? "" : encoded(parameters.replace("GROUP", group))));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(emails(answer).stream()
                        .map(email -> email.substring(0, email.indexOf('@')))
                        .sorted())
                .containsExactlyElementsOf(found.isEmpty() ? List.of() : List.of(found.split(" ")));
    }

    @Test
    void goesThroughAllInPagesNewestFirst() {
        List<String> seen = walk(admin, "?limit=1");

        assertThat(seen).hasSize(4).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    /** Whatever the order, each once; of those who are alike the ids decide, and so does no page's end. */
    @ParameterizedTest
    @CsvSource({
        "newest,    u.id DESC",
        "oldest,    u.id",
        "email,     u.email",
        "name,      'u.sort_name, u.id'",
        "last_seen, 'u.last_seen_at IS NULL, u.last_seen_at DESC, u.id DESC'"
    })
    void goesThroughAllInEveryOrder(String sort, String order) {
        try (House full = new House(Map.of())) {
            ApiClient administrator = full.as(full.person("admin"));
            for (int i = 0; i < 14; i++) {
                Person each = full.person("user");
                full.accounts()
                        .run(
                                "UPDATE users SET display_name = ?, last_seen_at = NULLIF(?, '') WHERE id = ?",
                                List.of("ada", "Ada", "艾达", "Émile", "Zoë", "a\uD83D\uDE00".repeat(30))
                                        .get(i % 6),
                                i % 3 == 0 ? "" : "2026-01-0" + (1 + i % 2) + " 10:00:00.123",
                                each.id());
            }
            String expected = full.stored(
                    "SELECT GROUP_CONCAT(u.id ORDER BY " + order + ") FROM users u WHERE u.deleting_at IS NULL");

            List<String> seen = walk(administrator, "?sort=" + sort + "&limit=3");

            assertThat(String.join(",", seen)).isEqualTo(expected);
        }
    }

    @Test
    void sortsNamesAsPeopleDoAndPutsThoseLastWhoNeverCame() {
        try (House full = new House(Map.of())) {
            Person one = full.person("admin");
            Person two = full.person("user");
            Person three = full.person("user");
            full.accounts().run("UPDATE users SET display_name = 'beta' WHERE id = ?", one.id());
            full.accounts().run("UPDATE users SET display_name = 'Gamma', last_seen_at = NULL WHERE id = ?", two.id());
            full.accounts()
                    .run(
                            "UPDATE users SET display_name = 'Älpha', last_seen_at = '2020-01-01' WHERE id = ?",
                            three.id());

            assertThat(walk(full.as(one), "?sort=name")).containsExactly(three.id(), one.id(), two.id());
            assertThat(walk(full.as(one), "?sort=last_seen")).containsExactly(one.id(), three.id(), two.id());
        }
    }

    @Test
    void takesNoCursorOfAnotherOrder() {
        String cursor = admin.get(USERS + "?limit=1&sort=email")
                .json()
                .path("next_cursor")
                .asText();

        assertThat(admin.get(USERS + "?limit=1&sort=email&cursor=" + cursor).status())
                .isEqualTo(200);
        assertThat(admin.get(USERS + "?limit=1&sort=name&cursor=" + cursor).errors())
                .isEqualTo("cursor:invalid");
    }

    @Test
    void showsOneAccountWithoutAnySecret() {
        ApiAnswer answer = admin.get(USERS + "/" + root.id());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "email",
                        "display_name",
                        "role",
                        "active",
                        "language",
                        "email_verified",
                        "totp_enabled",
                        "created_at",
                        "updated_at",
                        "last_seen_at",
                        "groups");
        assertThat(answer.json().path("role").asText()).isEqualTo("admin");
        assertThat(answer.json().path("active").asBoolean()).isTrue();
        assertThat(answer.json().path("email_verified").asBoolean()).isTrue();
        assertThat(answer.json().path("totp_enabled").asBoolean()).isFalse();
        assertThat(admin.get(USERS + "?query=alan")
                        .json()
                        .at("/data/0/email_verified")
                        .asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "?role=root, role:invalid",
        "?limit=0, limit:too_small",
        "?cursor=x, cursor:invalid",
        // of the year 292278994
        "?sort=last_seen&cursor=bGFzdF9zZWVuCjAxODkwYTVkLWFjOTYtNzc0Yi1iY2NlLWIzMDIwOTlhODA1Nwo5MjIzMzcyMDM2ODU0Nzc1ODA3Cg,"
                + " cursor:invalid",
        "?sort=age, sort:invalid",
        "?group_id=x, group_id:invalid"
    })
    void refusesWhatIsNoSearch(String parameters, String error) {
        assertThat(admin.get(USERS + parameters).errors()).isEqualTo(error);
    }

    @Test
    void knowsNobodyElse() {
        assertThat(admin.get(USERS + "/01890a5d-ac96-774b-bcce-b302099a8057").status())
                .isEqualTo(404);
    }

    private static List<String> walk(ApiClient client, String parameters) {
        List<String> seen = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            ApiAnswer page = client.get(USERS + parameters + cursor);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json().path("data").forEach(each -> seen.add(each.path("id").asText()));
            cursor = page.json().path("next_cursor").isNull()
                    ? null
                    : "&cursor=" + page.json().path("next_cursor").asText();
        }
        return seen;
    }

    private static Person named(String role, String email, String name) {
        Person person = house.person(role);
        house.accounts().run("UPDATE users SET email = ?, display_name = ? WHERE id = ?", email, name, person.id());
        return person;
    }

    private static String encoded(String parameters) {
        return Stream.of(parameters.split("&"))
                .map(each -> each.substring(0, each.indexOf('=') + 1)
                        + (each.contains("%")
                                ? each.substring(each.indexOf('=') + 1)
                                : URLEncoder.encode(each.substring(each.indexOf('=') + 1), StandardCharsets.UTF_8)))
                .reduce((a, b) -> a + "&" + b)
                .orElse("");
    }

    private static List<String> emails(ApiAnswer answer) {
        List<String> emails = new ArrayList<>();
        answer.json().path("data").forEach(each -> emails.add(each.path("email").asText()));
        return emails;
    }
}
