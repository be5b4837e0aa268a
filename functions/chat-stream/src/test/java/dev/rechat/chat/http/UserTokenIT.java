package dev.rechat.chat.http;

import static dev.rechat.chat.http.ActingHouse.email;
import static dev.rechat.chat.http.ActingHouse.newEmail;
import static dev.rechat.chat.http.ActingHouse.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.testing.dify.DifySimulator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With a secret, a trusted key acts for whom a token names that was signed with it, and headers name nobody. */
class UserTokenIT {

    private static final String EMAIL = "X-OpenWebUI-User-Email";

    @SuppressWarnings("NullAway.Init") // before all tests
    private static ActingHouse acting;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static Instance withoutSecret;

    @BeforeAll
    static void open() {
        var house = new ChatHouse(
                DifySimulator.start(),
                Map.of("rechat.openai.users", "create", "rechat.openai.user-token-secret", UserToken.SECRET));
        withoutSecret = house.instance(Map.of());
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

    @Test
    void asksForWhomTheTokenNames() throws Exception {
        assertThat(ask(UserToken.HEADER, new UserToken(email(known)).text()).content())
                .isNotEmpty();

        assertThat(acting.difyUser(words)).isEqualTo(known.id().toString());
    }

    @Test
    void makesAnAccountWhoseAddressCountsAsConfirmedAndWhoseRoleIsNotTheTokens() throws Exception {
        String email = newEmail();

        assertThat(ask(UserToken.HEADER, new UserToken(email).text()).content()).isNotEmpty();

        var made = acting.account(email).orElseThrow();
        assertThat(made.emailVerifiedAt()).isNotNull();
        assertThat(made.displayName()).isEqualTo("Eve Else");
        assertThat(made.role()).isEqualTo(Role.USER);
    }

    @Test
    void heedsNoHeadersBesideTheToken() throws Exception {
        Person other = acting.house.person(Role.USER);

        assertThat(ask(UserToken.HEADER, new UserToken(email(known)).text(), EMAIL, email(other))
                        .content())
                .isNotEmpty();
        assertThat(acting.difyUser(words)).isEqualTo(known.id().toString());
    }

    @Test
    void refusesHeadersWithoutAToken() throws Exception {
        assertThat(refusal(ask(EMAIL, email(known)))).isEqualTo("401 invalid_api_key");
        acting.assertNobodyAsked(words);
    }

    @Test
    void asksForItsOwnerWhereNobodyIsNamed() throws Exception {
        assertThat(ask().content()).isNotEmpty();

        assertThat(acting.difyUser(words)).isEqualTo(acting.administrator.id().toString());
    }

    @Test
    void neverActsForAnotherAdministrator() throws Exception {
        String other = email(acting.house.person(Role.ADMIN));

        assertThat(refusal(ask(UserToken.HEADER, new UserToken(other).text()))).isEqualTo("403 person_protected");
        acting.assertNobodyAsked(words);
    }

    static Stream<UserToken> badTokens() {
        String email = newEmail();
        return Stream.of(
                new UserToken(email).by("another-secret-of-somebody-else-altogether"),
                new UserToken(email).saying("none"),
                new UserToken(email).saying("HS512"),
                new UserToken(email).saying("RS256"),
                new UserToken(email).at("exp", -120),
                new UserToken(email).without("exp"),
                new UserToken(email).at("iat", 600),
                new UserToken(email).at("nbf", 600),
                new UserToken(email).with("iss", "somebody"),
                new UserToken(email).without("iss"),
                new UserToken(email).without("email"),
                new UserToken(email).with("email", 7),
                new UserToken("nobody"),
                new UserToken("eve@example.org\r\nX-Other: 1"));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void refusesATokenThatIsNotGoodAndNeverFallsBackToHeaders(UserToken token) throws Exception {
        OpenAiCaller.Reply refused = ask(UserToken.HEADER, token.text(), EMAIL, email(known));

        assertThat(refusal(refused)).isEqualTo("401 invalid_api_key");
        assertThat(refused.json().at("/error/message").asText()).contains("user token");
        acting.assertNobodyAsked(words);
    }

    @Test
    void refusesWhatIsNoToken() throws Exception {
        String good = new UserToken(email(known)).text();
        String forged = good.substring(0, good.lastIndexOf('.')) + ".AAAA";

        for (String text : new String[] {"", "a", "a.b.c", "..", forged, good + "x", "x".repeat(5_000)}) {
            assertThat(refusal(ask(UserToken.HEADER, text))).as(text).isEqualTo("401 invalid_api_key");
        }
        assertThat(refusal(ask(UserToken.HEADER, good, UserToken.HEADER, good))).isEqualTo("401 invalid_api_key");
        acting.assertNobodyAsked(words);
    }

    @Test
    void isNotTakenForNobodyWhereThereIsNoSecret() throws Exception {
        OpenAiCaller.Reply refused =
                acting.ask(withoutSecret, acting.program, words, UserToken.HEADER, new UserToken(email(known)).text());

        assertThat(refusal(refused)).isEqualTo("401 invalid_api_key");
        acting.assertNobodyAsked(words);
    }

    @Test
    void isIgnoredOfAKeyThatIsNotTrusted() throws Exception {
        Person plain = acting.house.program(known, "chat");
        String token = new UserToken(email(acting.administrator)).text();

        assertThat(acting.ask(plain, words, UserToken.HEADER, token).content()).isNotEmpty();
        assertThat(acting.difyUser(words)).isEqualTo(known.id().toString());
    }
}
