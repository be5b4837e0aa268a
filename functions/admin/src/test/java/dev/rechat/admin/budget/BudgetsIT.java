package dev.rechat.admin.budget;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetsIT {

    private static final String BUDGETS = "/api/v1/admin/budgets";
    private static final String TODAY = "2026-03-31";

    // begun with the class, before any test is made: NullAway does not see that
    @SuppressWarnings("NullAway.Init")
    private static House house;

    @SuppressWarnings("NullAway.Init")
    private static Person ada;

    @SuppressWarnings("NullAway.Init")
    private static ApiClient admin;

    @BeforeAll
    static void open() {
        house = new House(Map.of());
        ada = house.person("admin");
        admin = house.as(ada);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void thereIsNone() {
        house.accounts().run("DELETE FROM budgets");
    }

    private static ApiAnswer made(String fields) {
        ApiAnswer made = admin.post(BUDGETS, "{" + fields.replace('\'', '"') + "}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made;
    }

    private static String id(ApiAnswer made) {
        return made.json().path("id").asText();
    }

    private static ApiAnswer change(String id, String json) {
        return admin.patch(BUDGETS + "/" + id, json.replace('\'', '"'));
    }

    private static List<String> names(JsonNode page) {
        List<String> names = new ArrayList<>();
        page.path("data").forEach(row -> names.add(row.path("name").asText()));
        return names;
    }

    @Test
    void makesOneWithWhatIsSensibleWhereNothingIsSaid() {
        ApiAnswer made = made("'name':' For all ','measure':'tokens','amount':'100000','period':'month'");

        JsonNode budget = made.json();
        assertThat(budget.path("name").asText()).isEqualTo("For all");
        assertThat(budget.path("amount").asText()).isEqualTo("100000");
        assertThat(budget.path("reserve").asText()).isEqualTo("2000");
        assertThat(budget.path("per_person").asBoolean()).isFalse();
        assertThat(budget.path("enabled").asBoolean()).isTrue();
        assertThat(budget.has("currency") || budget.has("user_id") || budget.has("group_id") || budget.has("app_id"))
                .isFalse();
        assertThat(admin.get(BUDGETS + "/" + id(made)).json()).isEqualTo(budget);
        assertThat(house.newestAct())
                .startsWith("budget_created " + ada.id() + " " + id(made))
                .contains("100000 tokens a month");
    }

    @Test
    void makesOneOfMoneyForAPersonAndAnAppAndTheirGroup() {
        Person bob = house.person("user");
        String group = group();
        String app = app();

        JsonNode budget = made("'name':'Bob','measure':'money','currency':'usd','amount':'20.50','period':'day',"
                        + "'per_person':true,'reserve':'0.002','enabled':false,'user_id':'" + bob.id()
                        + "','group_id':'"
                        + group + "','app_id':'" + app + "'")
                .json();

        assertThat(budget.path("currency").asText()).isEqualTo("USD");
        assertThat(budget.path("amount").asText()).isEqualTo("20.5");
        assertThat(budget.path("reserve").asText()).isEqualTo("0.002");
        assertThat(budget.path("user_id").asText()).isEqualTo(bob.id());
        assertThat(budget.path("group_id").asText()).isEqualTo(group);
        assertThat(budget.path("app_id").asText()).isEqualTo(app);
        assertThat(budget.path("enabled").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'name':'','measure':'turns','amount':'1','period':'day'|name",
                "'name':'a','measure':'words','amount':'1','period':'day'|measure",
                "'name':'a','measure':'turns','amount':'1','period':'year'|period",
                "'name':'a','measure':'turns','amount':'-1','period':'day'|amount",
                "'name':'a','measure':'turns','amount':'1.5','period':'day'|amount",
                "'name':'a','measure':'tokens','amount':'1e3','period':'day'|amount",
                "'name':'a','measure':'tokens','amount':'12345678901234','period':'day'|amount",
                "'name':'a','measure':'tokens','amount':'1','period':'day','reserve':'0'|reserve",
                "'name':'a','measure':'turns','amount':'1','period':'day','reserve':'2'|reserve",
                "'name':'a','measure':'money','amount':'1','period':'day'|currency",
                "'name':'a','measure':'money','currency':'U$','amount':'1','period':'day'|currency",
                "'name':'a','measure':'turns','currency':'USD','amount':'1','period':'day'|currency",
                "'name':'a','measure':'turns','amount':'1','period':'day','user_id':'0192e4a0-0000-7000-8000-00000000000a'|user_id",
                "'name':'a','measure':'turns','amount':'1','period':'day','group_id':'0192e4a0-0000-7000-8000-00000000000a'|group_id",
                "'name':'a','measure':'turns','amount':'1','period':'day','app_id':'0192e4a0-0000-7000-8000-00000000000a'|app_id",
                "'name':'a','measure':'turns','amount':'1','period':'day','colour':'red'|colour",
            },
            quoteCharacter = '`')
    void refusesWhatMakesNoBudget(String fields, String wrong) {
        ApiAnswer refused = admin.post(BUDGETS, "{" + fields.replace('\'', '"') + "}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"" + wrong + "\"");
        assertThat(house.stored("SELECT COUNT(*) FROM budgets")).isEqualTo("0");
    }

    @Test
    void changesNameAmountReserveAndState() {
        String id = id(made("'name':'Old','measure':'tokens','amount':'100','period':'day'"));

        ApiAnswer changed = change(id, "{'name':'New','amount':'200','reserve':'7','enabled':false}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("name").asText()).isEqualTo("New");
        assertThat(changed.json().path("amount").asText()).isEqualTo("200");
        assertThat(changed.json().path("reserve").asText()).isEqualTo("7");
        assertThat(changed.json().path("enabled").asBoolean()).isFalse();
        assertThat(house.newestAct())
                .startsWith("budget_changed " + ada.id() + " " + id)
                .contains("100 tokens a day", "200 tokens a day", "\"old_name\":\"Old\"");
    }

    @Test
    void doesNotChangeWhatWouldTakeTheFiguresTheirMeaning() {
        String id = id(made("'name':'a','measure':'tokens','amount':'100','period':'day'"));

        assertThat(change(id, "{'measure':'turns'}").status()).isEqualTo(400);
        assertThat(change(id, "{'amount':'0.5'}").status()).isEqualTo(400);
    }

    @Test
    void listsAllInPages() {
        for (String name : List.of("first", "second", "third")) {
            made("'name':'" + name + "','measure':'turns','amount':'1','period':'day'");
        }

        JsonNode page = admin.get(BUDGETS + "?limit=2").json();

        assertThat(names(page)).containsExactly("first", "second");
        JsonNode rest = admin.get(
                        BUDGETS + "?limit=2&cursor=" + page.path("next_cursor").asText())
                .json();
        assertThat(names(rest)).containsExactly("third");
        assertThat(rest.path("next_cursor").isNull()).isTrue();
        assertThat(admin.get(BUDGETS + "?cursor=bm9uZQ").status()).isEqualTo(400);
    }

    @Test
    void deletesOneWithWhatIsCountedOfIt() {
        String id = id(made("'name':'a','measure':'turns','amount':'5','period':'day'"));
        counter(id, "", "1", "1");
        charge(id, "");

        assertThat(admin.delete(BUDGETS + "/" + id).status()).isEqualTo(204);

        assertThat(house.stored("SELECT COUNT(*) FROM budget_charges")).isEqualTo("0");
        assertThat(house.stored("SELECT COUNT(*) FROM budget_counters")).isEqualTo("0");
        assertThat(house.newestAct()).startsWith("budget_deleted " + ada.id() + " " + id);
        assertThat(house.stored(
                        "SELECT details FROM audit_log WHERE action = 'budget_changed' AND target_id = '" + id + "'"))
                .as("that it bound nobody while it was removed is written down, too")
                .contains("\"old_enabled\":\"true\"", "\"new_enabled\":\"false\"");
        assertThat(admin.get(BUDGETS + "/" + id).status()).isEqualTo(404);
        assertThat(admin.delete(BUDGETS + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void goesWithItsAppSomeAtATime() {
        String app = app();
        String id = id(made("'name':'a','measure':'turns','amount':'5','period':'day','app_id':'" + app + "'"));
        String other = id(made("'name':'b','measure':'turns','amount':'5','period':'day'"));
        house.accounts()
                .run(
                        "INSERT INTO budget_charges (turn_id, budget_id, person, period_start, amount, settled, created_at)"
                                + " WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999)"
                                + " SELECT UUID(), ?, '', '2026-03-31', 1, 1, NOW(3) FROM n",
                        id);
        charge(id, "");

        assertThat(admin.delete("/api/v1/admin/apps/" + app).status()).isEqualTo(204);

        assertThat(house.stored("SELECT COUNT(*) FROM budget_charges")).isEqualTo("0");
        assertThat(house.stored(
                        "SELECT COUNT(*) FROM audit_log WHERE action = 'budget_deleted' AND target_id = '" + id + "'"))
                .isEqualTo("1");
        assertThat(house.newestAct()).startsWith("app_deleted").contains("\"budgets\":\"1\"");
        assertThat(admin.get(BUDGETS + "/" + id).status()).isEqualTo(404);
        assertThat(admin.get(BUDGETS + "/" + other).status()).isEqualTo(200);
    }

    @Test
    void showsWhoHasSpentWhat() {
        Person one = house.person("user");
        Person other = house.person("user");
        Person bob = one.id().compareTo(other.id()) < 0 ? one : other;
        Person eve = bob == one ? other : one;
        String id = id(made("'name':'a','measure':'tokens','amount':'1000','period':'month','per_person':true"));
        counter(id, bob.id(), "900", "200");
        counter(id, eve.id(), "10", "0");
        house.accounts().run("UPDATE budget_counters SET period_start = '2026-03-01'");

        JsonNode page = admin.get(BUDGETS + "/" + id + "/counters?period_start=" + TODAY + "&limit=1")
                .json();

        JsonNode first = page.path("data").get(0);
        assertThat(first.at("/person/id").asText()).isEqualTo(bob.id());
        assertThat(first.at("/person/email").asText()).contains("@");
        assertThat(first.path("period_start").asText()).isEqualTo("2026-03-01");
        assertThat(first.path("used").asText()).isEqualTo("900");
        assertThat(first.path("reserved").asText()).isEqualTo("200");
        assertThat(first.path("left").asText()).isEqualTo("0");
        assertThat(first.path("limit").asText()).isEqualTo("1000");
        assertThat(first.path("resets_at").asText()).isEqualTo("2026-04-01T00:00:00.000Z");
        JsonNode rest = admin.get(BUDGETS + "/" + id + "/counters?period_start=" + TODAY + "&cursor="
                        + page.path("next_cursor").asText())
                .json();
        assertThat(rest.at("/data/0/person/id").asText()).isEqualTo(eve.id());
        assertThat(rest.at("/data/0/left").asText()).isEqualTo("990");
        assertThat(admin.get(BUDGETS + "/" + id + "/counters").json().path("data"))
                .as("of the present month")
                .isEmpty();
    }

    @Test
    void namesNobodyWhoIsBeingDeleted() {
        Person eve = house.person("user");
        String id = id(made("'name':'a','measure':'tokens','amount':'1000','period':'month','per_person':true"));
        counter(id, eve.id(), "10", "0");
        house.accounts().run("UPDATE budget_counters SET period_start = '2026-03-01'");
        house.accounts().run("UPDATE users SET deleting_at = NOW(3) WHERE id = ?", eve.id());

        JsonNode page = admin.get(BUDGETS + "/" + id + "/counters?period_start=" + TODAY)
                .json();

        assertThat(page.at("/data/0/person").toString()).isEqualTo("{\"id\":\"" + eve.id() + "\"}");
        assertThat(page.at("/data/0/used").asText()).isEqualTo("10");
    }

    @Test
    void showsTheTurnsThatACounterIsMadeOf() {
        Person bob = house.person("user");
        String shared = id(made("'name':'a','measure':'tokens','amount':'1000','period':'day'"));
        String own = id(made("'name':'b','measure':'tokens','amount':'1000','period':'day','per_person':true"));
        String turn = charge(shared, "");
        charge(own, bob.id());
        house.accounts()
                .run(
                        "INSERT INTO turn_usage SET turn_id = ?, user_id = ?, app_id = ?, day = '2026-03-31', status = 'COMPLETED',"
                                + " created_at = NOW(3), finished_at = NOW(3)",
                        turn,
                        bob.id(),
                        turn);

        JsonNode row = admin.get(BUDGETS + "/" + shared + "/charges?period_start=" + TODAY)
                .json()
                .at("/data/0");

        assertThat(row.path("turn_id").asText()).isEqualTo(turn);
        assertThat(row.path("user_id").asText()).isEqualTo(bob.id());
        assertThat(row.path("status").asText()).isEqualTo("completed");
        assertThat(row.path("amount").asText()).isEqualTo("70");
        assertThat(row.path("settled").asBoolean()).isTrue();
        String ofBob = BUDGETS + "/" + own + "/charges?period_start=" + TODAY + "&person=" + bob.id();
        assertThat(admin.get(ofBob).json().path("data")).hasSize(1);
        assertThat(admin.get(ofBob).json().at("/data/0").has("user_id")).isFalse();
        assertThat(admin.get(BUDGETS + "/" + own + "/charges").status())
                .as("whose?")
                .isEqualTo(400);
        assertThat(admin.get(BUDGETS + "/" + shared + "/charges?person=" + bob.id())
                        .status())
                .isEqualTo(400);
        assertThat(admin.get(BUDGETS + "/" + shared + "/counters?period_start=yesterday")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void isForAdministratorsAloneAndNotForTheirKeysToChange() {
        String id = id(made("'name':'a','measure':'turns','amount':'5','period':'day'"));
        ApiClient user = house.as(house.person("user"));

        assertThat(user.get(BUDGETS).status()).isEqualTo(403);
        assertThat(user.get(BUDGETS + "/" + id + "/counters").status()).isEqualTo(403);
        assertThat(user.post(BUDGETS, "{}").status()).isEqualTo(403);
        ApiClient key = admin.as(house.accounts().key(ada.id(), "admin"));
        assertThat(key.get(BUDGETS).status()).isEqualTo(200);
        assertThat(key.post(BUDGETS, "{}").status()).isEqualTo(403);
    }

    private static void counter(String budget, String person, String used, String reserved) {
        house.accounts()
                .run(
                        "INSERT INTO budget_counters (budget_id, person, period_start, used, reserved, turns)"
                                + " VALUES (?, ?, '2026-03-31', ?, ?, 1)",
                        budget,
                        person,
                        used,
                        reserved);
    }

    private static String charge(String budget, String person) {
        String turn = UUID.randomUUID().toString();
        house.accounts()
                .run(
                        "INSERT INTO budget_charges (turn_id, budget_id, person, period_start, amount, settled, created_at)"
                                + " VALUES (?, ?, ?, '2026-03-31', 70, 1, NOW(3))",
                        turn,
                        budget,
                        person);
        return turn;
    }

    private static String group() {
        String id = UUID.randomUUID().toString();
        house.accounts()
                .run(
                        "INSERT INTO user_groups (id, name, description, created_at, updated_at) VALUES (?, ?, '', NOW(3), NOW(3))",
                        id,
                        id);
        return id;
    }

    private static String app() {
        String id = UUID.randomUUID().toString();
        house.accounts()
                .run(
                        "INSERT INTO dify_apps (id, slug, name, description, icon, mode, base_url, api_key_sealed, enabled,"
                                + " sort_order, created_at, updated_at) VALUES (?, ?, 'Desk', '', '', 'chat', 'http://127.0.0.1', 's', 1, 0, NOW(3), NOW(3))",
                        id,
                        id);
        return id;
    }

    @Test
    void areFiveHundredAtMost() {
        for (int i = 0; i < BudgetAdministration.MOST; i++) {
            house.accounts()
                    .run(
                            "INSERT INTO budgets (id, name, measure, currency, amount, period, per_person, reserve, enabled,"
                                    + " created_at, updated_at) VALUES (UUID(), 'One', 'TURNS', '', 1, 'DAY', 0, 1, 1, NOW(3), NOW(3))");
        }

        ApiAnswer refused =
                admin.post(BUDGETS, "{\"name\":\"More\",\"measure\":\"turns\",\"amount\":\"1\",\"period\":\"day\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("conflict");
    }
}
