package dev.rechat.admin.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.admin.House;
import dev.rechat.testing.account.TestAccounts.Person;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupIT {

    private static final String GROUPS = "/api/v1/admin/groups";

    // begun with the class, before any test is made: NullAway does not see that
    @SuppressWarnings("NullAway.Init")
    private static House house;

    @BeforeAll
    static void open() {
        house = new House(Map.of());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person root = house.person("admin");
    private final ApiClient admin = house.as(root);

    private static String named(String name) {
        return "{\"name\":\"" + name + "\"}";
    }

    private String made(String name) {
        ApiAnswer answer = admin.post(GROUPS, named(name));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return GROUPS + "/" + answer.json().path("id").asText();
    }

    @Test
    void makesAGroupAndShowsIt() {
        ApiAnswer made = admin.post(GROUPS, "{\"name\":\" 法務 😀 \",\"description\":\" Who signs \"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("name").asText()).isEqualTo("法務 😀");
        assertThat(made.json().path("description").asText()).isEqualTo("Who signs");
        assertThat(made.json().path("member_count").asInt(-1)).isZero();
        assertThat(made.json().path("app_count").asInt(-1)).isZero();
        String id = made.json().path("id").asText();
        assertThat(admin.get(GROUPS + "/" + id).body()).isEqualTo(made.body());
        assertThat(house.newestAct())
                .isEqualTo("group_created " + root.id() + " " + id + " {\"name\":\"法務 \\uD83D\\uDE00\"}");
    }

    @Test
    void refusesANameThatIsTaken() {
        made("Sales");
        String other = made("Marketing");

        assertThat(admin.post(GROUPS, named("Sales")).code()).isEqualTo("group_exists");
        ApiAnswer renamed = admin.patch(other, named("Sales"));

        assertThat(renamed.status()).isEqualTo(409);
        assertThat(renamed.code()).isEqualTo("group_exists");
        assertThat(admin.get(other).json().path("name").asText()).isEqualTo("Marketing");
    }

    @Test
    void changesOnlyWhatDiffers() {
        String path = made("Before");

        ApiAnswer changed = admin.patch(path, "{\"name\":\"After\",\"description\":\"New\"}");
        String act = house.newestAct();
        ApiAnswer again = admin.patch(path, "{\"name\":\"After\",\"description\":null}");

        assertThat(changed.json().path("name").asText()).isEqualTo("After");
        assertThat(act)
                .startsWith("group_changed")
                .contains("\"fields\":\"name description\"", "\"old_name\":\"Before\"", "\"new_name\":\"After\"");
        assertThat(again.body()).isEqualTo(changed.body());
        assertThat(house.stored("SELECT COUNT(*) FROM audit_log WHERE action = 'group_changed' AND target_id = '"
                        + path.substring(GROUPS.length() + 1) + "'"))
                .isEqualTo("1");
        admin.patch(path, "{\"name\":\"After\",\"description\":\"Newer\"}");
        assertThat(house.newestAct()).endsWith("{\"fields\":\"description\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                  | name:required",
                "{\"name\":\" \"}                    | name:required",
                "{\"name\":\"a\\nb\"}                | name:invalid",
                "{\"name\":\"a\",\"members\":[]}     | members:unknown_field"
            })
    void namesWhatIsWrong(String body, String errors) {
        assertThat(admin.post(GROUPS, body).errors()).isEqualTo(errors);
    }

    @Test
    void refusesNamesThatAreTooLong() {
        assertThat(admin.post(GROUPS, named("x".repeat(101))).errors()).isEqualTo("name:too_long");
        assertThat(admin.patch(made("Long"), "{\"description\":\"" + "x".repeat(1001) + "\"}")
                        .errors())
                .isEqualTo("description:too_long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-an-id", "01890a5d-ac96-774b-bcce-b302099a8057"})
    void knowsNoOtherGroup(String id) {
        String path = GROUPS + "/" + id;

        assertThat(admin.get(path).status()).isEqualTo(404);
        assertThat(admin.patch(path, "{}").status()).isEqualTo(404);
        assertThat(admin.delete(path).status()).isEqualTo(404);
        assertThat(admin.get(path + "/members").status()).isEqualTo(404);
        assertThat(admin.send("PUT", path + "/members", new byte[] {'{', '}'}, "application/json")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void listsByNameWithoutGapOrRepeat() {
        List<String> made = List.of("zz 1", "zz 2", "zz 3", "zz 4", "zz 5");
        made.reversed().forEach(this::made);

        List<String> seen = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            JsonNode page = admin.get(GROUPS + "?limit=2" + cursor).json();
            page.path("data").forEach(group -> seen.add(group.path("name").asText()));
            cursor = page.path("next_cursor").isNull()
                    ? null
                    : "&cursor=" + page.path("next_cursor").asText();
        }

        assertThat(seen).containsSubsequence(made).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void pagesAlsoByTheLongestNames() {
        String name = "界".repeat(98);
        made(name + "1");
        made(name + "2");

        JsonNode page = admin.get(GROUPS + "?limit=100").json();
        int last = page.path("data").size() - 1;
        JsonNode first = admin.get(GROUPS + "?limit=" + last).json();
        JsonNode rest = admin.get(
                        GROUPS + "?limit=5&cursor=" + first.path("next_cursor").asText())
                .json();

        assertThat(rest.path("data")).hasSize(1);
        assertThat(rest.at("/data/0/name").asText()).isEqualTo(name + "2");
    }

    @Test
    void leavesAnAppOfADeletedGroupToNobodyAndSaysSo() {
        String path = made("Alone");
        String group = path.substring(GROUPS.length() + 1);
        String shared = made("Shared").substring(GROUPS.length() + 1);
        String hidden = app("GROUPS", group);
        app("GROUPS", group, shared);
        app("ALL", group);
        house.accounts()
                .run(
                        "INSERT INTO budgets (id, name, measure, currency, amount, period, per_person, group_id,"
                                + " reserve, enabled, created_at, updated_at) VALUES (?, 'b', 'turns', '', 1, 'day', FALSE, ?, 1, TRUE,"
                                + " NOW(3), NOW(3))",
                        UUID.randomUUID().toString(),
                        group);

        ApiAnswer deleted = admin.delete(path);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.body())
                .isEqualTo("{\"hidden_apps\":[{\"id\":\"" + hidden + "\",\"slug\":\"app-" + hidden
                        + "\",\"name\":\"App\"}],\"budgets_deleted\":1}");
        assertThat(house.newestAct())
                .startsWith("group_deleted")
                .contains("\"name\":\"Alone\"", "\"members\":\"0\"", "\"apps\":\"3\"", "\"budgets\":\"1\"");
        assertThat(house.stored("SELECT GROUP_CONCAT(action ORDER BY id) FROM (SELECT id, action FROM audit_log"
                        + " ORDER BY id DESC LIMIT 3) last"))
                .as("a budget that goes with its group leaves a trace of its own")
                .isEqualTo("budget_changed,budget_deleted,group_deleted");
        JsonNode app = admin.get("/api/v1/admin/apps/" + hidden).json();
        assertThat(app.path("visible_to").asText()).isEqualTo("groups");
        assertThat(app.path("group_ids")).isEmpty();
        assertThat(admin.delete(path).status()).isEqualTo(404);
    }

    private static String app(String visibleTo, String... groups) {
        String id = UUID.randomUUID().toString();
        house.accounts()
                .run(
                        "INSERT INTO dify_apps (id, slug, name, description, icon, mode, base_url, api_key_sealed,"
                                + " enabled, sort_order, visible_to, created_at, updated_at) VALUES (?, ?, 'App', '', '', 'chat',"
                                + " 'http://127.0.0.1:1/v1', 'sealed', TRUE, 0, ?, NOW(3), NOW(3))",
                        id,
                        "app-" + id,
                        visibleTo);
        for (String group : groups) {
            house.accounts().run("INSERT INTO app_groups (app_id, group_id) VALUES (?, ?)", id, group);
        }
        return id;
    }
}
