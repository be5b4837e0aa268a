package dev.rechat.admin.user.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.admin.House;
import dev.rechat.testing.account.TestAccounts.Person;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportPeopleIT {

    private static final String USERS = "/api/v1/admin/users";
    private static final String HEADER = "email,display_name,role,language,active,groups\r\n";

    private House house;
    private Person root;
    private ApiClient admin;

    @BeforeEach
    void open() {
        house = new House(Map.of());
        root = house.person("admin");
        house.accounts().run("UPDATE users SET email = 'root@example.org' WHERE id = ?", root.id());
        admin = house.as(root);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void makesAccountsAndChangesThemAndLeavesWhatIsNotSaid() {
        house.group("Legal");
        house.group("R&D; Berlin");
        Person bob = person("user", "bob@example.org");
        Person eve = person("user", "eve@example.org");
        String legal = house.stored("SELECT id FROM user_groups WHERE name = 'Legal'");
        join(legal, bob);
        house.accounts().signIn(eve.id());
        String file = HEADER
                + "ada@example.org,\"Lovelace, Ada\",admin,de,,Legal;R&D\\; Berlin\r\n"
                + "GRACE@example.org,,,,,\r\n"
                + "bob@example.org,Bob,pending,,,R&D\\; Berlin\r\n"
                + "eve@example.org,,,,FALSE,\r\n"
                + "root@example.org,,,,,\r\n";

        JsonNode result = bring(file, false).json();

        assertThat(result.path("applied").asBoolean()).as(result.toString()).isTrue();
        assertThat(figures(result)).isEqualTo("created 2, changed 2, unchanged 1, failed 0");
        assertThat(outcomes(result)).containsExactly("created", "created", "changed", "changed", "unchanged");
        assertThat(result.at("/rows/2/changes").toString())
                .isEqualTo("[{\"field\":\"display_name\",\"old\":\"Somebody\",\"new\":\"Bob\"},"
                        + "{\"field\":\"role\",\"old\":\"user\",\"new\":\"pending\"},"
                        + "{\"field\":\"groups\",\"old\":\"Legal\",\"new\":\"R&D\\\\; Berlin\"}]");
        assertThat(row("ada@example.org")).isEqualTo("Lovelace, Ada|ADMIN|de|1|Legal,R&D; Berlin");
        assertThat(row("grace@example.org")).isEqualTo("grace|USER|en|1|");
        assertThat(row("bob@example.org")).isEqualTo("Bob|PENDING|en|1|R&D; Berlin");
        assertThat(row("eve@example.org")).isEqualTo("Somebody|USER|en|0|");
        assertThat(house.stored(
                        "SELECT COUNT(*) FROM sessions WHERE ended_at IS NULL AND user_id = '" + eve.id() + "'"))
                .as("signed out everywhere")
                .isEqualTo("0");
        assertThat(house.stored("SELECT GROUP_CONCAT(DISTINCT password_hash) FROM users WHERE email IN"
                        + " ('ada@example.org', 'grace@example.org')"))
                .isEqualTo("none");
        assertThat(acts())
                .isEqualTo("account_changed account_created account_created account_deactivated account_role_changed"
                        + " accounts_imported group_members_changed group_members_changed group_members_changed"
                        + " group_members_changed");
        assertThat(house.newestAct()).startsWith("accounts_imported " + root.id());
    }

    @Test
    void findsNothingToDoInTheSameFileAgain() {
        house.group("Legal");
        String file = HEADER
                + "ada@example.org,Ada,admin,de-CH,true,Legal\r\n"
                + "bob@example.org,,,,,\r\n"
                + "carol@example.org,Carol,pending,,false,\r\n";

        assertThat(figures(bring(file, false).json())).isEqualTo("created 3, changed 0, unchanged 0, failed 0");
        assertThat(figures(bring(file, false).json())).isEqualTo("created 0, changed 0, unchanged 3, failed 0");
        assertThat(figures(bring(file, true).json())).isEqualTo("created 0, changed 0, unchanged 3, failed 0");
    }

    @Test
    void tellsInATrialWhatWouldBecomeOfItAndChangesNothing() {
        house.group("Legal");
        Person bob = person("user", "bob@example.org");
        String file = HEADER + "ada@example.org,,,,,Legal\r\nbob@example.org,Bob,admin,de,false,Legal\r\n";
        String before = everything();

        JsonNode trial = bring(file, true).json();

        assertThat(everything()).isEqualTo(before);
        assertThat(trial.path("dry_run").asBoolean()).isTrue();
        assertThat(trial.path("applied").asBoolean()).isFalse();
        assertThat(house.stored(
                        "SELECT COUNT(*) FROM sessions WHERE ended_at IS NULL AND user_id = '" + bob.id() + "'"))
                .isEqualTo("1");

        JsonNode real = bring(file, false).json();

        assertThat(real.path("rows")).isEqualTo(trial.path("rows"));
    }

    @Test
    void doesNothingAtAllWhenARowFails() {
        person("user", "bob@example.org");
        String before = everything();

        JsonNode result = bring(
                        HEADER
                                + "ada@example.org,,,,,\r\n"
                                + "bob@example.org,Bob,,,,\r\n"
                                + "nobody,,root,english please,perhaps,Unheard of\r\n"
                                + "ADA@example.org ,,,,,\r\n"
                                + ",Nobody,,,,\r\n",
                        false)
                .json();

        assertThat(figures(result)).isEqualTo("created 1, changed 1, unchanged 0, failed 3");
        assertThat(result.path("applied").asBoolean()).isFalse();
        assertThat(errors(result))
                .containsExactly(
                        "4 email:invalid role:invalid language:invalid active:invalid groups:unknown",
                        "5 email:duplicate",
                        "6 email:required");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void takesSomebodyOutOfAllGroupsWithASemicolon() {
        String legal = house.group("Legal");
        Person bob = person("user", "bob@example.org");
        join(legal, bob);

        assertThat(figures(bring("email,groups\nbob@example.org,\n", false).json()))
                .isEqualTo("created 0, changed 0, unchanged 1, failed 0");
        bring("email,groups\nbob@example.org,;\n", false);

        assertThat(house.stored("SELECT COUNT(*) FROM group_members")).isEqualTo("0");
    }

    /** Whoever brings the file in stays an administrator, and with them the house has one. */
    @ParameterizedTest
    @CsvSource({"role|user, role:own_account", "role|pending, role:own_account", "active|false, active:own_account"})
    void keepsWhoBringsItInAsTheyAre(String change, String error) {
        Person other = person("admin", "other@example.org");
        String header = change.substring(0, change.indexOf('|'));
        String value = change.substring(change.indexOf('|') + 1);
        String file = "email,%s\nother@example.org,%s\nroot@example.org,%s\n".formatted(header, value, value);

        JsonNode refused = bring(file, false).json();

        assertThat(errors(refused)).containsExactly("3 " + error);
        assertThat(house.stored("SELECT COUNT(*) FROM users WHERE role = 'ADMIN' AND active = TRUE"))
                .isEqualTo("2");
        assertThat(figures(bring(file.substring(0, file.indexOf("root")), false).json()))
                .isEqualTo("created 0, changed 1, unchanged 0, failed 0");
        assertThat(house.stored("SELECT CONCAT(role, active) FROM users WHERE id = '" + other.id() + "'"))
                .isNotEqualTo("ADMIN1");
    }

    @Test
    void takesAnExportBackUnchanged() {
        house.group("=cmd|' /C calc'!A0");
        String group = house.group("R&D; Berlin");
        int number = 0;
        for (String name : List.of(
                "=1+1", "'=1+1", "''@x", "-", "'quoted'", "a,b", "\"", "艾达", "＝ｗ", "' x", "\\;", "x".repeat(100))) {
            Person each = person(number % 3 == 0 ? "pending" : "user", "=p" + number++ + "@example.org");
            house.accounts().run("UPDATE users SET display_name = ? WHERE id = ?", name, each.id());
            join(group, each);
        }
        house.accounts()
                .run(
                        "INSERT INTO group_members (group_id, user_id, added_at) SELECT g.id, u.id, NOW(3) FROM user_groups g"
                                + " JOIN users u ON u.email = '=p0@example.org' WHERE g.name LIKE '=%'");
        house.accounts().run("UPDATE users SET active = FALSE WHERE email = '=p1@example.org'");

        ApiAnswer export = admin.get(USERS + "/export");

        assertThat(export.status()).isEqualTo(200);
        assertThat(export.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(export.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(export.body()).startsWith("email,display_name,role,language,active,groups\r\n");
        assertThat(export.body().lines().skip(1))
                .as("nothing that a spreadsheet calculates")
                .noneMatch(line -> line.matches("^\"?[=+@-].*|.*,\"?[=+@-].*"));
        assertThat(house.newestAct()).startsWith("accounts_exported " + root.id());
        JsonNode result = bring(export.body(), false).json();
        assertThat(figures(result)).as(result.toString()).isEqualTo("created 0, changed 0, unchanged 13, failed 0");
    }

    @Test
    void movesAHouseToAnotherOne() {
        house.group("Legal");
        bring(HEADER + "ada@example.org,'=Ada,admin,de,,Legal\r\nbob@example.org,Bob,,,false,\r\n", false);
        String export = admin.get(USERS + "/export").body();
        try (House other = new House(Map.of())) {
            Person first = other.person("admin");
            other.group("Legal");

            ApiAnswer taken = other.as(first)
                    .send("POST", USERS + "/import?dry_run=false", bytes(export), "text/csv; charset=utf-8");

            assertThat(figures(taken.json())).isEqualTo("created 3, changed 0, unchanged 0, failed 0");
            assertThat(other.stored("SELECT display_name FROM users WHERE email = 'ada@example.org'"))
                    .isEqualTo("=Ada");
        }
    }

    @Test
    void bringsInFiveThousandPeople() {
        house.group("Everybody");
        String file = HEADER
                + IntStream.range(0, 5000)
                        .mapToObj(i -> "person%d@example.org,Person %d,,,,Everybody\r\n".formatted(i, i))
                        .collect(Collectors.joining());

        assertThat(figures(bring(file, true).json())).isEqualTo("created 5000, changed 0, unchanged 0, failed 0");
        assertThat(figures(bring(file, false).json())).isEqualTo("created 5000, changed 0, unchanged 0, failed 0");
        assertThat(house.stored("SELECT COUNT(*) FROM group_members")).isEqualTo("5000");
        assertThat(admin.get(USERS + "/export").body().lines()).hasSize(5002);
    }

    @Test
    void wantsToBeToldWhetherItIsATrialAndATableOfAMegabyteAtMost() {
        assertThat(admin.send("POST", USERS + "/import", bytes("email\n"), "text/csv")
                        .errors())
                .isEqualTo("dry_run:required");
        assertThat(admin.send("POST", USERS + "/import?dry_run=yes", bytes("email\n"), "text/csv")
                        .errors())
                .isEqualTo("dry_run:invalid");
        assertThat(admin.send("POST", USERS + "/import?dry_run=true", bytes("email,password\n"), "text/csv")
                        .errors())
                .isEqualTo("password:unknown_field");
        assertThat(admin.send("POST", USERS + "/import?dry_run=true", bytes("{}"), "application/json")
                        .status())
                .isEqualTo(415);
        assertThat(admin.send("POST", USERS + "/import?dry_run=true", new byte[1024 * 1024 + 1], "text/csv")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void isForAdministratorsAndTheImportForNoKey() {
        ApiClient user = house.as(house.person("user"));
        ApiClient key = house.with(house.accounts().key(root.id(), "admin"));
        byte[] file = bytes("email\nmallory@example.org\n");

        assertThat(user.get(USERS + "/export").status()).isEqualTo(403);
        assertThat(key.get(USERS + "/export").status()).isEqualTo(200);
        assertThat(user.send("POST", USERS + "/import?dry_run=true", file, "text/csv")
                        .status())
                .isEqualTo(403);
        assertThat(key.send("POST", USERS + "/import?dry_run=true", file, "text/csv")
                        .status())
                .isEqualTo(403);
    }

    private ApiAnswer bring(String file, boolean dryRun) {
        ApiAnswer answer = admin.send("POST", USERS + "/import?dry_run=" + dryRun, bytes(file), "text/csv");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private Person person(String role, String email) {
        Person person = house.person(role);
        house.accounts().run("UPDATE users SET email = ? WHERE id = ?", email, person.id());
        return person;
    }

    private void join(String group, Person person) {
        house.accounts()
                .run(
                        "INSERT INTO group_members (group_id, user_id, added_at) VALUES (?, ?, NOW(3))",
                        group,
                        person.id());
    }

    private String row(String email) {
        return house.stored("SELECT CONCAT_WS('|', display_name, role, language, active, COALESCE((SELECT"
                + " GROUP_CONCAT(g.name ORDER BY g.name) FROM group_members m JOIN user_groups g ON g.id = m.group_id"
                + " WHERE m.user_id = users.id), '')) FROM users WHERE email = '" + email + "'");
    }

    private String acts() {
        return house.stored("SELECT GROUP_CONCAT(action ORDER BY action SEPARATOR ' ') FROM audit_log");
    }

    private String everything() {
        return house.stored("SELECT CONCAT_WS(' ', (SELECT GROUP_CONCAT(CONCAT_WS(',', id, email, display_name, role,"
                + " active, language, updated_at) ORDER BY id) FROM users), (SELECT COUNT(*) FROM group_members),"
                + " (SELECT COUNT(*) FROM audit_log), (SELECT COUNT(*) FROM sessions WHERE ended_at IS NULL))");
    }

    private static String figures(JsonNode result) {
        return "created %d, changed %d, unchanged %d, failed %d"
                .formatted(
                        result.path("created").asInt(-1),
                        result.path("changed").asInt(-1),
                        result.path("unchanged").asInt(-1),
                        result.path("failed").asInt(-1));
    }

    private static List<String> outcomes(JsonNode result) {
        return result.path("rows").findValuesAsText("outcome");
    }

    /** Of the rows that fail, with their lines. */
    private static List<String> errors(JsonNode result) {
        return IntStream.range(0, result.path("rows").size())
                .mapToObj(i -> result.path("rows").get(i))
                .filter(row -> row.path("outcome").asText().equals("failed"))
                .map(row -> row.path("line").asText() + " "
                        + IntStream.range(0, row.path("errors").size())
                                .mapToObj(i -> row.path("errors").get(i))
                                .map(error -> error.path("field").asText() + ":"
                                        + error.path("code").asText())
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
