package dev.rechat.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.audit.AuditSealing;
import dev.rechat.admin.House;
import dev.rechat.kernel.id.UserId;
import dev.rechat.testing.account.TestAccounts.Person;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditLogIT {

    private static final String AUDIT = "/api/v1/admin/audit";

    private static House house;
    private static Person root;
    private static Person ada;
    private static ApiClient admin;

    @BeforeAll
    static void open() {
        house = new House(Map.of());
        root = house.person("admin");
        ada = house.person("user");
        admin = house.as(root);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void writeFive() {
        house.accounts().run("DELETE FROM audit_log");
        house.accounts().run("DELETE FROM audit_chain");
        house.accounts().run("DELETE FROM system_settings");
        record(AuditAction.SESSION_BEGUN, ada, Audit.USER, ada.id(), Map.of());
        record(AuditAction.SETTING_CHANGED, root, Audit.SETTING, "banner", Map.of("to", "=1+1 \"猫\""));
        record(AuditAction.SETTING_CHANGED, root, Audit.SETTING, "sharing", Map.of("to", "off"));
        record(AuditAction.SESSION_REFUSED, null, Audit.USER, ada.id(), Map.of());
        record(AuditAction.ACCOUNT_DEACTIVATED, root, Audit.USER, ada.id(), Map.of("sessions_ended", "1"));
    }

    @Test
    void showsActsNewestFirstAndWhoDidThem() {
        house.bean(AuditSealing.class).round(4);

        ApiAnswer answer = admin.get(AUDIT);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(actions(answer))
                .containsExactly(
                        "account_deactivated",
                        "session_refused",
                        "setting_changed",
                        "setting_changed",
                        "session_begun");
        var newest = answer.json().at("/data/0");
        assertThat(newest.path("actor_id").asText()).isEqualTo(root.id());
        assertThat(newest.path("actor_email").asText()).isEqualTo(root.id() + "@example.org");
        assertThat(newest.path("target_id").asText()).isEqualTo(ada.id());
        assertThat(newest.at("/details/sessions_ended").asText()).isEqualTo("1");
        assertThat(newest.has("position")).isFalse();
        assertThat(answer.json().at("/data/1").has("actor_id")).isFalse();
        assertThat(answer.json().at("/data/1/position").asLong()).isEqualTo(4);
        assertThat(answer.json().at("/data/1/hash").asText()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "actor_id=ROOT                                  | 3",
                "actor_id=ADA                                   | 1",
                "action=setting_changed                         | 2",
                "actor_id=ROOT&action=setting_changed           | 2",
                "actor_id=ADA&action=setting_changed            | 0",
                "target_type=setting                            | 2",
                "target_type=user&target_id=ADA                 | 3",
                "target_type=user&target_id=ADA&actor_id=ROOT   | 1",
                "target_type=user&target_id='; DROP TABLE x     | 0",
                "from=2020-01-01T00:00:00Z                      | 5",
                "from=2020-01-01T00:00:00%2B02:00&to=2020-01-02T00:00:00Z | 0",
                "from=2999-01-01T00:00:00Z                      | 0",
                "to=2999-01-01T00:00:00Z&action=session_refused | 1",
            })
    void filtersAndCombinesFilters(String query, int found) {
        ApiAnswer answer = admin.get(AUDIT + "?"
                + query.replace("ROOT", root.id())
                        .replace("ADA", ada.id())
                        .replace("'", "%27")
                        .replace(" ", "%20"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(actions(answer)).hasSize(found);
    }

    @Test
    void goesThroughAllInPages() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            ApiAnswer page = admin.get(AUDIT + "?limit=2" + cursor);
            page.json().path("data").forEach(each -> seen.add(each.path("id").asText()));
            cursor = page.json().path("next_cursor").isNull()
                    ? null
                    : "&cursor=" + page.json().path("next_cursor").asText();
        }

        assertThat(seen).hasSize(5).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @ParameterizedTest
    @CsvSource({
        "?action=root, action:invalid",
        "?target_id=x, target_type:required",
        "?from=yesterday, from:invalid",
        "?to=-999999999-01-01T00:00:00Z, to:invalid",
        "?limit=101, limit:too_large",
        "?cursor=%20, cursor:invalid",
        "/export?format=xlsx, format:invalid",
        "/verification?head=1:2, head:invalid",
        "/verification?cursor=YWJj, cursor:invalid",
    })
    void refusesWhatIsNoQuestion(String path, String error) {
        assertThat(admin.get(AUDIT + path).errors()).isEqualTo(error);
    }

    @Test
    void showsDetailsThatSomebodyHasSpoilt() {
        house.accounts().run("UPDATE audit_log SET details = 'no json' WHERE action = 'session_refused'");

        assertThat(admin.get(AUDIT).json().at("/data/1/details").asText()).isEqualTo("no json");
    }

    @Test
    void exportsATableThatRunsNothing() {
        ApiAnswer answer = admin.get(AUDIT + "/export?format=csv&action=setting_changed");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .endsWith(".csv");
        assertThat(answer.body().lines().toList())
                .hasSize(3)
                .first()
                .isEqualTo("id,at,actor_id,actor_email,action,target_type,target_id,address,user_agent,request_id,"
                        + "details,position,hash");
        assertThat(answer.body()).contains("\"{\"\"to\"\":\"\"off\"\"}\"");
        assertThat(house.newestAct())
                .startsWith("audit_exported " + root.id())
                .contains("\"action\":\"setting_changed\"", "\"format\":\"csv\"");
    }

    @Test
    void exportsLinesOfJsonAcrossPages() {
        for (int i = 0; i < 600; i++) {
            record(AuditAction.SESSION_ENDED, ada, Audit.USER, ada.id(), Map.of("number", Integer.toString(i)));
        }

        ApiAnswer answer = admin.get(AUDIT + "/export?format=jsonl&action=session_ended");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/jsonl");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(600).allMatch(line -> line.startsWith("{\"id\":") && line.endsWith("}"));
        assertThat(lines.getFirst()).contains("\"number\":\"599\"", "\"actor_email\"");
        assertThat(lines).doesNotHaveDuplicates();
    }

    @Test
    void verifiesAndTellsTheFirstBreak() {
        house.bean(AuditSealing.class).round(100);
        ApiAnswer good = admin.get(AUDIT + "/verification");
        String head = good.json().path("head").asText();

        assertThat(good.json().path("whole").asBoolean()).as(good.body()).isTrue();
        assertThat(good.json().path("checked").asLong()).isEqualTo(5);
        assertThat(good.json().path("break").isNull()).isTrue();
        assertThat(good.json().path("next_cursor").isNull()).isTrue();
        assertThat(admin.get(AUDIT + "/verification?head=" + head)
                        .json()
                        .path("whole")
                        .asBoolean())
                .isTrue();
        assertThat(admin.get(AUDIT + "/verification?head=9" + head)
                        .json()
                        .at("/break/kind")
                        .asText())
                .isEqualTo("cut_off");
        house.accounts().run("UPDATE audit_log SET actor_id = NULL WHERE action = 'account_deactivated'");
        ApiAnswer broken = admin.get(AUDIT + "/verification");

        assertThat(broken.json().path("whole").asBoolean()).isFalse();
        assertThat(broken.json().at("/break/kind").asText()).isEqualTo("changed");
        assertThat(broken.json().at("/break/position").asLong()).isEqualTo(5);
    }

    @Test
    void goesOnWithAVerificationInAnotherRequest() {
        for (int i = 0; i < 10; i++) {
            house.accounts()
                    .run("INSERT INTO audit_log (id, at, action, target_type, target_id, address, user_agent,"
                            + " request_id, details) SELECT UUID(), NOW(3), 'session_begun', 'user', '', '', '', '', '{}'"
                            + " FROM information_schema.columns LIMIT 510");
        }
        house.bean(AuditSealing.class).round(10_000);

        int requests = 1;
        ApiAnswer answer = admin.get(AUDIT + "/verification");
        while (!answer.json().path("next_cursor").isNull()) {
            answer = admin.get(AUDIT + "/verification?cursor="
                    + answer.json().path("next_cursor").asText());
            requests++;
        }

        assertThat(requests).isEqualTo(3);
        assertThat(answer.json().path("whole").asBoolean()).as(answer.body()).isTrue();
        assertThat(answer.json().path("checked").asLong()).isEqualTo(5105);
    }

    @Test
    void isForAdministratorsOnly() {
        for (String path : List.of("", "/export", "/verification")) {
            assertThat(house.as(ada).get(AUDIT + path).status()).isEqualTo(403);
        }
    }

    private void record(
            AuditAction action, @Nullable Person actor, String type, String id, Map<String, String> details) {
        house.bean(Audit.class).record(action, actor == null ? null : UserId.of(actor.id()), type, id, details);
    }

    private static List<String> actions(ApiAnswer answer) {
        List<String> actions = new ArrayList<>();
        answer.json()
                .path("data")
                .forEach(each -> actions.add(each.path("action").asText()));
        return actions;
    }
}
