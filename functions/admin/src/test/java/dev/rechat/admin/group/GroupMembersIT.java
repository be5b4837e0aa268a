package dev.rechat.admin.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.admin.House;
import dev.rechat.testing.account.TestAccounts.Person;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupMembersIT {

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
    private final String ada = house.person("user").id();
    private final String bob = house.person("user").id();
    private final String group = group();

    private String group() {
        return admin.post(GROUPS, "{\"name\":\"" + UUID.randomUUID() + "\"}")
                .json()
                .path("id")
                .asText();
    }

    private String path() {
        return GROUPS + "/" + group + "/members";
    }

    private ApiAnswer change(String kind, String... users) {
        return put(admin, body(kind, users));
    }

    private ApiAnswer put(ApiClient who, String body) {
        return who.send("PUT", path(), body.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    private static String body(String kind, String... users) {
        return "{\"" + kind + "\":[\"" + String.join("\",\"", users) + "\"]}";
    }

    @Test
    void addsAndRemovesOnceAndSaysWhatChanged() {
        assertThat(change("add", ada, bob, ada).body()).isEqualTo("{\"added\":2,\"removed\":0,\"member_count\":2}");
        String act = house.newestAct();
        assertThat(change("add", ada).body()).isEqualTo("{\"added\":0,\"removed\":0,\"member_count\":2}");
        assertThat(house.newestAct()).as("nothing happened").isEqualTo(act);
        assertThat(change("remove", ada).body()).isEqualTo("{\"added\":0,\"removed\":1,\"member_count\":1}");
        assertThat(change("remove", ada).body()).isEqualTo("{\"added\":0,\"removed\":0,\"member_count\":1}");

        assertThat(act)
                .startsWith("group_members_changed " + root.id() + " " + group)
                .contains("\"added\":\"2\"", ada, bob);
        JsonNode members = admin.get(path()).json().path("data");
        assertThat(members).hasSize(1);
        assertThat(members.at("/0/id").asText()).isEqualTo(bob);
        assertThat(members.at("/0/email").asText()).contains("@");
        assertThat(members.at("/0/role").asText()).isEqualTo("user");
        assertThat(members.at("/0/active").asBoolean()).isTrue();
        assertThat(admin.get(GROUPS + "/" + group).json().path("member_count").asInt())
                .isEqualTo(1);
    }

    @Test
    void changesNothingForAnUnknownPersonAndNamesNone() {
        String nobody = UUID.randomUUID().toString();

        ApiAnswer refused = change("add", ada, nobody);

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.code()).isEqualTo("not_found");
        assertThat(refused.body()).doesNotContain(nobody).doesNotContain(ada);
        assertThat(admin.get(path()).json().path("data")).isEmpty();
        assertThat(change("remove", nobody).body()).isEqualTo("{\"added\":0,\"removed\":0,\"member_count\":0}");
    }

    @Test
    void doesNotKnowAnAccountThatIsBeingDeleted() {
        change("add", bob);
        house.accounts().run("UPDATE users SET deleting_at = NOW(3) WHERE id IN (?, ?)", ada, bob);

        assertThat(change("add", ada).status()).isEqualTo(404);
        assertThat(admin.get(path()).json().path("data")).isEmpty();
    }

    @Test
    void refusesToDoBothToOnePerson() {
        assertThat(put(admin, "{\"add\":[\"" + ada + "\"],\"remove\":[\"" + ada + "\"]}")
                        .errors())
                .isEqualTo("remove:ambiguous");
    }

    @Test
    void refusesNobody() {
        assertThat(put(admin, "{\"add\":[null]}").errors()).isEqualTo("add[0]:required");
        assertThat(put(admin, "{\"remove\":[\"" + ada + "\",null]}").errors()).isEqualTo("remove[1]:required");
    }

    @Test
    void takesFiveHundredAtATime() {
        String[] many = Collections.nCopies(501, ada).toArray(String[]::new);

        assertThat(change("add", many).errors()).isEqualTo("add:too_long");
        assertThat(change("remove", many).errors()).isEqualTo("remove:too_long");
        assertThat(change("add", Collections.nCopies(500, ada).toArray(String[]::new))
                        .json()
                        .path("added")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"add\":[null]}", "{\"add\":[\"x\"]}", "{\"add\":7}", "{\"members\":[]}"})
    void refusesWhatNamesNobody(String body) {
        assertThat(put(admin, body).status()).isBetween(400, 404);
        assertThat(admin.get(path()).json().path("data")).isEmpty();
    }

    @Test
    void addsEverybodyOnceWhenManyAskAtOnce() throws Exception {
        String[] people =
                IntStream.range(0, 8).mapToObj(i -> house.person("user").id()).toArray(String[]::new);
        List<Callable<ApiAnswer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> change("add", people));
        }

        int added = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get().status()).isEqualTo(200);
                added += answer.get().json().path("added").asInt();
            }
        }

        assertThat(added).isEqualTo(8);
    }

    @Test
    void pagesThroughMembersWithoutGapOrRepeat() {
        String[] people = IntStream.range(0, 5)
                .mapToObj(i -> house.person("user").id())
                .sorted()
                .toArray(String[]::new);
        change("add", people);

        List<String> seen = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            JsonNode page = admin.get(path() + "?limit=2" + cursor).json();
            page.path("data").forEach(member -> seen.add(member.path("id").asText()));
            cursor = page.path("next_cursor").isNull()
                    ? null
                    : "&cursor=" + page.path("next_cursor").asText();
        }

        assertThat(seen).containsExactly(people);
        assertThat(admin.get(path() + "?cursor=bm90LWFuLWlk").status()).isEqualTo(400);
    }

    @Test
    void isForAdministratorsAndChangesAreForNoKey() {
        ApiClient user = house.as(house.person("user"));
        ApiClient key =
                house.as(new Person(root.id(), root.session(), house.accounts().key(root.id(), "admin")));

        assertThat(user.get(path()).status()).isEqualTo(403);
        assertThat(put(user, body("add", ada)).status()).isEqualTo(403);
        assertThat(key.get(path()).status()).isEqualTo(200);
        assertThat(put(key, body("add", ada)).status()).isEqualTo(403);
        assertThat(key.post(GROUPS, "{\"name\":\"By a key\"}").status()).isEqualTo(403);
        assertThat(key.delete(GROUPS + "/" + group).status()).isEqualTo(403);
    }
}
