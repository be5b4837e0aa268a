package dev.rechat.admin.app;

import static dev.rechat.admin.app.AdminServer.APPS;
import static dev.rechat.admin.app.AdminServer.DIFY;
import static dev.rechat.admin.app.AdminServer.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.admin.House;
import dev.rechat.testing.account.TestAccounts.Person;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.dify.SimulatedApp;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom an app is shown to, where in the list, and what it shows; and that each act is written down with what it was about. */
class AppAudienceIT {

    // begun with the class, before any test is made: NullAway does not see that
    @SuppressWarnings("NullAway.Init")
    private static House house;

    @BeforeAll
    static void open() {
        house = new House(Map.of("rechat.dify.retries", 0));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person root = house.person("admin");
    private final ApiClient admin = house.as(root);
    private final String group = group();

    private String group() {
        return admin.post("/api/v1/admin/groups", "{\"name\":\"" + UUID.randomUUID() + "\"}")
                .json()
                .path("id")
                .asText();
    }

    private ApiAnswer create(String name, String more) {
        return admin.post(
                APPS,
                "{\"name\":\"" + name + "\",\"base_url\":\"" + DIFY.uri() + "\",\"api_key\":\"" + KEY + "\"" + more
                        + "}");
    }

    private String added(String name, String more) {
        return APPS + "/" + create(name, more).json().path("id").asText();
    }

    private static String act(String action, String path) {
        return house.stored("SELECT CONCAT_WS(' ', actor_id, details) FROM audit_log WHERE action = '" + action
                + "' AND target_id = '" + path.substring(APPS.length() + 1) + "' ORDER BY id DESC LIMIT 1");
    }

    @Test
    void addsAnAppWithAllOfIt() {
        JsonNode added = create(
                        "All",
                        ",\"order\":-7,\"visible_to\":\"groups\",\"group_ids\":[\"" + group + "\",\"" + group
                                + "\"],\"show_thoughts\":false,\"show_nodes\":\"none\",\"show_citations\":false")
                .json();

        assertThat(added.path("order").asInt()).isEqualTo(-7);
        assertThat(added.path("visible_to").asText()).isEqualTo("groups");
        assertThat(added.path("group_ids")).hasToString("[\"" + group + "\"]");
        assertThat(added.path("show_thoughts").asBoolean(true)).isFalse();
        assertThat(added.path("show_nodes").asText()).isEqualTo("none");
        assertThat(added.path("show_citations").asBoolean(true)).isFalse();
        String path = APPS + "/" + added.path("id").asText();
        assertThat(admin.get(path).json()).isEqualTo(added);
        assertThat(admin.get(APPS + "?limit=1").json().path("data").get(0)).isEqualTo(added);
        assertThat(act("app_created", path)).startsWith(root.id()).contains("\"slug\":\"all\"");
    }

    @Test
    void changesWhatIsGivenAndWritesDownWhatStoodThere() {
        String path = added("Before", ",\"group_ids\":[\"" + group + "\"]");
        String other = group();

        JsonNode narrowed =
                admin.patch(path, "{\"visible_to\":\"groups\",\"order\":3}").json();
        assertThat(act("app_changed", path))
                .isEqualTo(root.id() + " {\"fields\":\"order visible_to\",\"old_order\":\"0\",\"new_order\":\"3\","
                        + "\"old_visible_to\":\"all\",\"new_visible_to\":\"groups\"}");
        JsonNode moved = admin.patch(
                        path, "{\"group_ids\":[\"" + other + "\"],\"show_nodes\":\"full\",\"name\":\"After\"}")
                .json();

        assertThat(narrowed.path("group_ids")).hasToString("[\"" + group + "\"]");
        assertThat(moved.path("group_ids")).hasToString("[\"" + other + "\"]");
        assertThat(moved.path("visible_to").asText()).isEqualTo("groups");
        assertThat(moved.path("order").asInt()).isEqualTo(3);
        assertThat(moved.path("show_nodes").asText()).isEqualTo("full");
        assertThat(act("app_changed", path))
                .isEqualTo(root.id()
                        + " {\"fields\":\"name show_nodes group_ids\",\"old_name\":\"Before\",\"new_name\":\"After\","
                        + "\"old_show_nodes\":\"steps\",\"new_show_nodes\":\"full\",\"old_group_ids\":\"" + group
                        + "\",\"new_group_ids\":\"" + other + "\"}");
        assertThat(admin.patch(path, "{\"group_ids\":[]}").json().path("group_ids"))
                .isEmpty();
    }

    @Test
    void writesNothingDownWhereNothingChanges() {
        String path = added("Same", "");
        String before = admin.get(path).body();

        assertThat(admin.patch(path, "{\"name\":\"Same\",\"visible_to\":\"all\",\"group_ids\":[]}")
                        .body())
                .isEqualTo(before);
        assertThat(act("app_changed", path)).isEmpty();
    }

    @Test
    void tellsWhereAnAppHasMovedWithoutThePath() {
        try (DifySimulator there = DifySimulator.builder()
                .app(SimulatedApp.chat(KEY).named("Elsewhere", ""))
                .start()) {
            String path = added("Moving", "");

            ApiAnswer moved = admin.patch(path, "{\"base_url\":\"" + there.uri() + "\",\"api_key\":\"" + KEY + "\"}");

            assertThat(moved.status()).as(moved.body()).isEqualTo(200);
            assertThat(act("app_changed", path))
                    .contains("\"old_base_url\":\"" + origin(DIFY) + "\"", "\"new_base_url\":\"" + origin(there) + "\"")
                    .doesNotContain("/v1")
                    .doesNotContain(KEY);
        }
    }

    private static String origin(DifySimulator dify) {
        return "http://" + dify.uri().getAuthority();
    }

    @Test
    void tellsThatAKeyWasChangedAndNeverWhich() {
        String path = added("Keys", "");

        admin.patch(path, "{\"api_key\":\"" + KEY + "\"}");
        assertThat(act("app_changed", path)).endsWith("{\"fields\":\"api_key\"}");

        admin.patch(path, "{\"base_url\":\"" + DIFY.uri() + "/\",\"icon\":\"x\"}");
        assertThat(act("app_changed", path)).endsWith("{\"fields\":\"icon\"}");
        assertThat(house.stored("SELECT COUNT(*) FROM audit_log WHERE details LIKE '%" + KEY + "%'"))
                .isEqualTo("0");
    }

    @Test
    void writesARemovalDownWithWhatWasRemoved() {
        String path = added("Short lived", "");

        admin.delete(path);

        assertThat(act("app_deleted", path))
                .contains("\"slug\":\"short-lived\"", "\"name\":\"Short lived\"", "\"budgets\":\"0\"");
        assertThat(admin.delete(path).status()).isEqualTo(404);
    }

    @Test
    void storesNothingForAGroupThatThereIsNoneOf() {
        String unknown = ",\"group_ids\":[\"" + group + "\",\"" + UUID.randomUUID() + "\"]";
        String path = added("Known", ",\"group_ids\":[\"" + group + "\"]");

        ApiAnswer created = create("Unknown groups", unknown);
        ApiAnswer changed = admin.patch(path, "{\"name\":\"Changed\"" + unknown + "}");

        assertThat(created.status()).isEqualTo(400);
        assertThat(created.errors()).isEqualTo("group_ids:unknown");
        assertThat(changed.errors()).isEqualTo("group_ids:unknown");
        assertThat(admin.get(path).json().path("name").asText()).isEqualTo("Known");
        assertThat(admin.get(path).json().path("group_ids")).hasSize(1);
        assertThat(house.stored("SELECT COUNT(*) FROM dify_apps WHERE slug = 'unknown-groups'"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",\"visible_to\":\"everybody\"   | visible_to:invalid",
                ",\"show_nodes\":\"some\"        | show_nodes:invalid",
                ",\"show_thoughts\":\"yes\"      | show_thoughts:invalid",
                ",\"order\":1000001              | order:too_large",
                ",\"group_ids\":[\"x\"]          | group_ids[0]:invalid",
                ",\"group_ids\":[null]           | group_ids[0]:required"
            })
    void namesWhatIsWrong(String more, String errors) {
        assertThat(create("Wrong", more).errors()).isEqualTo(errors);
    }

    @Test
    void takesAHundredGroups() {
        String many = String.join("\",\"", Collections.nCopies(101, group));

        assertThat(create("Many", ",\"group_ids\":[\"" + many + "\"]").errors()).isEqualTo("group_ids:too_long");
    }
}
