package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.newId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.Script;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An app for groups does not exist for anybody else, whichever way it is asked for; what they were given by it before stays. */
class HiddenAppIT {

    // begun with the class, before any test is made: NullAway does not see that
    @SuppressWarnings("NullAway.Init")
    private static ChatHouse house;

    @BeforeAll
    static void open() {
        house = new ChatHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person member = house.person(Role.USER);
    private final App app = house.app("chat", DemoApps.CHAT_KEY);
    private final String group = group();

    HiddenAppIT() {
        give(app);
        join(member);
    }

    private static String group() {
        String id = UUID.randomUUID().toString();
        house.sql(
                "INSERT INTO user_groups (id, name, description, created_at, updated_at) VALUES (?, ?, '', NOW(3), NOW(3))",
                id,
                id);
        return id;
    }

    private void give(App shown) {
        house.sql(
                "UPDATE dify_apps SET visible_to = 'GROUPS' WHERE id = ?",
                shown.id().toString());
        house.sql(
                "INSERT INTO app_groups (app_id, group_id) VALUES (?, ?)",
                shown.id().toString(),
                group);
    }

    private void join(Person person) {
        house.sql(
                "INSERT INTO group_members (group_id, user_id, added_at) VALUES (?, ?, NOW(3))",
                group,
                person.id().toString());
    }

    private void leave() {
        house.sql("DELETE FROM group_members WHERE group_id = ?", group);
    }

    private static String question(String app, String words) {
        return "{\"app_id\":\"%s\",\"message\":\"%s\"}".formatted(app, words);
    }

    /** Status and body of a problem, without the id of the request. */
    private static String told(HttpResponse<String> response) {
        return response.statusCode() + response.body().replaceAll("\"(instance|request_id)\":\"[^\"]*\"", "");
    }

    @Test
    void isThereForAMember() throws Exception {
        assertThat(Sent.get(house, member, "/api/v1/apps/" + app.slug()).statusCode())
                .isEqualTo(200);
        assertThat(house.ask(member, question(app.slug(), "hello")).getLast().text("status"))
                .isEqualTo("completed");
    }

    @Test
    void isAsUnknownToEverybodyElseEvenToAdministrators() throws Exception {
        for (Person other : List.of(house.person(Role.USER), house.person(Role.ADMIN))) {
            for (String name : List.of(app.id().toString(), app.slug())) {
                String unknown = name.equals(app.slug()) ? "app-unknown" : newId();
                assertThat(told(Sent.get(house, other, "/api/v1/apps/" + name)))
                        .startsWith("404")
                        .isEqualTo(told(Sent.get(house, other, "/api/v1/apps/" + unknown)));
                assertThat(told(house.send(other, question(name, "hello"))))
                        .startsWith("404")
                        .isEqualTo(told(house.send(other, question(unknown, "hello"))));
                for (String path : List.of("/api/v1/chat/files", "/api/v1/chat/speech-to-text")) {
                    assertThat(told(Sent.file(house, other, path, name, "a.wav", "audio/wav", new byte[1])))
                            .startsWith("404")
                            .isEqualTo(told(Sent.file(house, other, path, unknown, "a.wav", "audio/wav", new byte[1])));
                }
            }
        }
    }

    @Test
    void isAsUnknownWhetherSwitchedOnOrOff() throws Exception {
        house.sql("UPDATE dify_apps SET enabled = FALSE WHERE id = ?", app.id().toString());

        assertThat(Sent.problem(house.send(house.person(Role.USER), question(app.slug(), "hello"))))
                .isEqualTo("404 not_found");
        assertThat(Sent.problem(house.send(member, question(app.slug(), "hello"))))
                .isEqualTo("409 app_unavailable");
    }

    @Test
    void endsAtOnceForWhoLeavesTheGroupAlsoInAConversationThatWasBegun() throws Exception {
        String conversation =
                house.ask(member, question(app.slug(), "first")).getFirst().text("conversation_id");

        leave();

        String next = "{\"app_id\":\"%s\",\"message\":\"second\",\"conversation_id\":\"%s\"}"
                .formatted(app.id(), conversation);
        assertThat(Sent.problem(house.send(member, next))).isEqualTo("404 not_found");
    }

    @Test
    void givesTheStreamOfATurnThatWasBegunBefore() throws Exception {
        String named = question(app.slug(), "once").replace("}", ",\"turn_id\":\"" + newId() + "\"}");
        var first = house.ask(member, named);

        leave();

        assertThat(house.ask(member, named)).isEqualTo(first);
        assertThat(Sent.problem(house.send(member, named.replace("once", "twice"))))
                .isEqualTo("404 not_found");
        assertThat(Sent.problem(house.send(member, named.replace(app.slug(), "app-unknown"))))
                .isEqualTo("404 not_found");
    }

    @Test
    void takesNoFormOfAPausedTurnAnyMore() throws Exception {
        App approval = house.app("advanced-chat", DemoApps.APPROVAL_KEY);
        give(approval);
        var paused = house.ask(member, question(approval.slug(), "May I go home?"));
        String path = "/api/v1/chat/turns/" + paused.getFirst().text("turn_id") + "/forms/"
                + ReceivedEvent.named("form", paused).getFirst().text("form_id");
        String filled = "{\"action\":\"approve\",\"inputs\":{\"remark\":\"fine\"}}";

        leave();
        assertThat(Sent.problem(house.send(house.posting(path, member, filled))))
                .isEqualTo("404 not_found");

        join(member);
        assertThat(house.send(house.posting(path, member, filled)).statusCode()).isEqualTo(200);
    }

    @Test
    void asksTheAppNothingMoreAboutAnEarlierAnswer() throws Exception {
        String answer = Sent.answer(house, member, app, "What is a lease?");
        String suggestions = "/api/v1/chat/messages/" + answer + "/suggestions";
        String aloud = "{\"message_id\":\"%s\"}".formatted(answer);
        assertThat(Sent.get(house, member, suggestions).statusCode()).isEqualTo(200);

        leave();
        int asked = house.dify.requests().size();

        assertThat(Sent.problem(Sent.get(house, member, suggestions))).isEqualTo("404 not_found");
        assertThat(Sent.problem(Sent.json(house, member, "POST", "/api/v1/chat/text-to-speech", aloud)))
                .isEqualTo("404 not_found");
        assertThat(house.dify.requests()).hasSize(asked);
    }

    @Test
    void leavesWhatItGaveBefore() throws Exception {
        String file = Sent.body(Sent.upload(house, member, app, "a.png", "image/png", "PNG bytes"))
                .path("id")
                .asText();
        house.dify.next(Script.answer("Nice picture"));
        var told = house.ask(
                member, "{\"app_id\":\"%s\",\"message\":\"look\",\"files\":[\"%s\"]}".formatted(app.id(), file));
        String turn = "/api/v1/chat/turns/" + told.getFirst().text("turn_id");

        leave();

        assertThat(Sent.get(house, member, "/api/v1/chat/files/" + file).body()).isEqualTo("PNG bytes");
        assertThat(Sent.get(house, member, turn).statusCode()).isEqualTo(200);
        assertThat(Sent.get(house, member, turn + "/events").body()).contains("Nice picture");
    }
}
