package dev.rechat.chat.http;

import static dev.rechat.chat.http.ActingHouse.email;
import static dev.rechat.chat.http.ActingHouse.newEmail;
import static dev.rechat.chat.http.ActingHouse.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.account.User;
import dev.rechat.testing.dify.DifySimulator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A trusted key acts for the person its headers name: never for more than that person may do, and never for another administrator. */
class TrustedKeyIT {

    private static final String EMAIL = "X-OpenWebUI-User-Email";
    private static final String NAME = "X-OpenWebUI-User-Name";
    private static final String ID = "X-OpenWebUI-User-Id";

    @SuppressWarnings("NullAway.Init") // before all tests
    private static ActingHouse acting;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static Instance careful;

    @BeforeAll
    static void open() {
        var house = new ChatHouse(
                DifySimulator.start(), Map.of("rechat.openai.users", "create", "rechat.access.standing-age", "0s"));
        careful = house.instance(Map.of("rechat.access.standing-age", "0s"));
        acting = new ActingHouse(house);
    }

    @AfterAll
    static void close() {
        acting.close();
    }

    private final String words = "who am I " + newEmail();
    private final Person known = acting.house.person(Role.USER);

    private OpenAiCaller.Reply ask(String... headers) throws Exception {
        return acting.ask(acting.program, words, headers);
    }

    private static String turn(OpenAiCaller.Reply reply) {
        return reply.json()
                .path("id")
                .asText()
                .replace("chatcmpl-", "")
                .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    @ParameterizedTest
    @ValueSource(strings = {EMAIL, "x-openwebui-user-email", "X-OPENWEBUI-USER-EMAIL"})
    void asksForThePersonWhoseTurnItIsThen(String header) throws Exception {
        OpenAiCaller.Reply reply = ask(header, email(known), ID, "7c1", NAME, "Somebody");

        assertThat(reply.content()).isNotEmpty();
        assertThat(acting.difyUser(words)).isEqualTo(known.id().toString());
        String turns = "/api/v1/chat/turns/" + turn(reply);
        assertThat(Sent.get(acting.house, known, turns).statusCode()).isEqualTo(200);
        assertThat(Sent.get(acting.house, acting.administrator, turns).statusCode())
                .isEqualTo(404);
    }

    @Test
    void asksForItsOwnerWhereNobodyIsNamed() throws Exception {
        assertThat(ask().content()).isNotEmpty();

        assertThat(acting.difyUser(words)).isEqualTo(acting.administrator.id().toString());
    }

    @Test
    void asksForItsOwnerWhoIsNamed() throws Exception {
        assertThat(ask(EMAIL, email(acting.administrator)).content()).isNotEmpty();

        assertThat(acting.difyUser(words)).isEqualTo(acting.administrator.id().toString());
    }

    @Test
    void ignoresTheHeadersOfAKeyThatIsNotTrusted() throws Exception {
        Person plain = acting.house.program(acting.administrator, "chat");

        assertThat(acting.ask(plain, words, EMAIL, email(known)).content()).isNotEmpty();
        assertThat(acting.difyUser(words)).isEqualTo(acting.administrator.id().toString());
    }

    @Test
    void ignoresTheHeadersOfSomebodyWhoSignedIn() throws Exception {
        assertThat(acting.ask(acting.administrator, words, EMAIL, email(known)).content())
                .isNotEmpty();
        assertThat(acting.difyUser(words)).isEqualTo(acting.administrator.id().toString());
    }

    @Test
    void actsForNobodyOutsideV1() throws Exception {
        var me = acting.house
                .request("/api/v1/apps/" + acting.app.slug(), acting.program)
                .header(EMAIL, "no address");

        assertThat(acting.house.send(me.GET().build()).statusCode()).isEqualTo(200);
    }

    @Test
    void makesAnAccountOfWhoIsSeenFirst() throws Exception {
        String email = newEmail();

        assertThat(ask(EMAIL, email.toUpperCase(Locale.ROOT), NAME, "Zo%C3%AB+Li Ng")
                        .content())
                .isNotEmpty();

        User made = acting.account(email).orElseThrow();
        assertThat(made.displayName()).isEqualTo("Zoë+Li Ng");
        assertThat(made.role()).isEqualTo(Role.USER);
        assertThat(made.emailVerifiedAt()).isNull();
        assertThat(made.passwordHash()).isEqualTo("none");
        assertThat(acting.difyUser(words)).isEqualTo(made.id().toString());
        assertThat(acting.house.sql(
                        "UPDATE audit_log SET user_agent = 'seen' WHERE action = 'account_created' AND actor_id = ?"
                                + " AND target_id = ? AND details LIKE CONCAT('%', (SELECT id FROM api_keys"
                                + " WHERE identifier = ?), '%')",
                        acting.administrator.id().toString(),
                        made.id().toString(),
                        ChatHouse.identifier(acting.program)))
                .isEqualTo(1);
    }

    @Test
    void makesOneAccountForManyFirstRequestsAtOnce() throws Exception {
        String email = newEmail();
        var caller = new OpenAiCaller(acting.house.first(), acting.program, acting.app, null);
        var body = Map.of("messages", List.of(OpenAiCaller.message("user", words)));
        var request = caller.request(body, EMAIL, email);

        var answers = IntStream.range(0, 6)
                .mapToObj(_ -> acting.house.first().sendLater(request))
                .toList();

        assertThat(answers)
                .extracting(CompletableFuture::join)
                .extracting(answer -> answer.statusCode())
                .allMatch(status -> status == 200 || status == 429)
                .contains(200);
        assertThat(acting.account(email)).isPresent();
        assertThat(acting.house.sql(
                        "UPDATE audit_log SET user_agent = 'seen' WHERE action = 'account_created' AND target_id = ?",
                        acting.account(email).orElseThrow().id().toString()))
                .isEqualTo(1);
    }

    @Test
    void refusesStrangersWhereOnlyPeopleWithAnAccountAreActedFor() throws Exception {
        String email = newEmail();

        OpenAiCaller.Reply refused = acting.ask(careful, acting.program, words, EMAIL, email);

        assertThat(refusal(refused)).isEqualTo("403 person_unknown");
        assertThat(acting.account(email)).isEmpty();
        assertThat(acting.ask(careful, acting.program, words, EMAIL, email(known))
                        .content())
                .isNotEmpty();
    }

    @Test
    void neverActsForAnotherAdministrator() throws Exception {
        Person other = acting.house.person(Role.ADMIN);

        assertThat(refusal(ask(EMAIL, email(other)))).isEqualTo("403 person_protected");
        acting.assertNobodyAsked(words);
    }

    @Test
    void endsWithItsOwnersOffice() throws Exception {
        Person former = acting.house.person(Role.ADMIN);
        Person program = acting.house.trusted(former, "chat");
        assertThat(acting.ask(program, words + " before", EMAIL, email(known)).content())
                .isNotEmpty();

        acting.house.sql(
                "UPDATE users SET role = 'USER' WHERE id = ?", former.id().toString());

        assertThat(refusal(acting.ask(program, words, EMAIL, email(known)))).isEqualTo("403 not_administrator");
        acting.assertNobodyAsked(words);
        assertThat(acting.ask(program, words).content()).isNotEmpty();
        assertThat(acting.difyUser(words)).isEqualTo(former.id().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE users SET active = FALSE WHERE id = ?, 403 account_disabled",
        "UPDATE users SET role = 'PENDING' WHERE id = ?, 403 account_pending"
    })
    void refusesWhoIsNotLetIn(String change, String refusal) throws Exception {
        acting.house.sql(change, known.id().toString());

        assertThat(refusal(ask(EMAIL, email(known)))).isEqualTo(refusal);
        acting.assertNobodyAsked(words);
    }

    @Test
    void givesNoMoreThanItsOwnScopes() throws Exception {
        Person reading = acting.house.trusted(acting.administrator, "read");

        assertThat(refusal(acting.ask(reading, words, EMAIL, email(known)))).isEqualTo("403 forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "eve@example.org%0d%0aX-Other: 1",
                "eve%00@example.org",
                "eve@example.org,ada@example.org",
                "eve@exa mple.org",
                "%C3%A9ve@example.org"
            })
    void refusesWhatIsNoAddress(String email) throws Exception {
        OpenAiCaller.Reply refused = ask(EMAIL, email);

        assertThat(refused.response().statusCode()).isEqualTo(400);
        assertThat(refused.json().at("/error/param").asText()).isEqualTo(EMAIL);
        acting.assertNobodyAsked(words);
    }

    @Test
    void refusesAPersonWithoutAnAddressTwoAndOneThatIsTooLong() throws Exception {
        assertThat(ask(ID, "7c1").response().statusCode()).isEqualTo(400);
        assertThat(ask(NAME, "Ada").response().statusCode()).isEqualTo(400);
        assertThat(ask(EMAIL, email(known), EMAIL, newEmail()).response().statusCode())
                .isEqualTo(400);
        assertThat(ask(EMAIL, "a".repeat(2_000) + "@example.org").response().statusCode())
                .isEqualTo(400);
        acting.assertNobodyAsked(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%0Ab", "%E2%80%AEdlo", "%20", ""})
    void callsPeopleByTheirAddressWhoseNameIsNone(String name) throws Exception {
        String email = newEmail();

        assertThat(ask(EMAIL, email, NAME, name).content()).isNotEmpty();

        assertThat(acting.account(email).orElseThrow().displayName()).isEqualTo(email.substring(0, email.indexOf('@')));
    }

    @Test
    void reachesThePersonsAppsAndNoOthers() throws Exception {
        String hidden = acting.app.id().toString();
        acting.house.sql("UPDATE dify_apps SET visible_to = 'GROUPS' WHERE id = ?", hidden);
        try {
            assertThat(refusal(ask(EMAIL, email(known)))).isEqualTo("404 model_not_found");
        } finally {
            acting.house.sql("UPDATE dify_apps SET visible_to = 'ALL' WHERE id = ?", hidden);
        }
    }
}
