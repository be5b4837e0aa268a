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
            })
    void findsByPartOfAddressOrNameByRoleAndByState(String parameters, String found) {
        ApiAnswer answer = admin.get(USERS + "?" + (parameters == null ? "" : encoded(parameters)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(emails(answer).stream()
                        .map(email -> email.substring(0, email.indexOf('@')))
                        .sorted())
                .containsExactlyElementsOf(found.isEmpty() ? List.of() : List.of(found.split(" ")));
    }

    @Test
    void goesThroughAllInPagesNewestFirst() {
        List<String> seen = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            ApiAnswer page = admin.get(USERS + "?limit=1" + cursor);
            page.json().path("data").forEach(each -> seen.add(each.path("id").asText()));
            cursor = page.json().path("next_cursor").isNull()
                    ? null
                    : "&cursor=" + page.json().path("next_cursor").asText();
        }

        assertThat(seen).hasSize(4).isSortedAccordingTo((a, b) -> b.compareTo(a));
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
                        "last_seen_at");
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
    @CsvSource({"?role=root, role:invalid", "?limit=0, limit:too_small", "?cursor=x, cursor:invalid"})
    void refusesWhatIsNoSearch(String parameters, String error) {
        assertThat(admin.get(USERS + parameters).errors()).isEqualTo(error);
    }

    @Test
    void knowsNobodyElse() {
        assertThat(admin.get(USERS + "/01890a5d-ac96-774b-bcce-b302099a8057").status())
                .isEqualTo(404);
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
