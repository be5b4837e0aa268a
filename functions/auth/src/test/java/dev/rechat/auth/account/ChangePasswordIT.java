package dev.rechat.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.accounts.link.LinkPurpose;
import dev.rechat.accounts.link.OneTimeLinks;
import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.Together;
import dev.rechat.kernel.id.UserId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangePasswordIT {

    private static final String NEXT = "another horse battery";

    @Test
    void letsTheNewOneInAndTheOldOneNoMore() {
        try (AuthApi api = AuthApi.start()) {
            Answer here = api.register("ada@example.org");

            assertThat(change(api, here, AuthApi.PASSWORD, NEXT).status()).isEqualTo(204);

            assertThat(api.login("ada@example.org", NEXT).status()).isEqualTo(200);
            assertThat(api.login("ada@example.org", AuthApi.PASSWORD).code()).isEqualTo("invalid_credentials");
        }
    }

    @Test
    void signsOutEverywhereElse() {
        try (AuthApi api = AuthApi.start()) {
            Answer here = api.register("ada@example.org");
            Answer thief = api.login("ada@example.org", AuthApi.PASSWORD);

            change(api, here, AuthApi.PASSWORD, NEXT);

            assertThat(api.refresh(thief.refreshToken()).status()).isEqualTo(401);
            assertThat(api.refresh(here.refreshToken()).status()).isEqualTo(200);
            assertThat(api.stored("SELECT details FROM audit_log WHERE action = 'password_changed'"))
                    .isEqualTo("{\"sessions_ended\":\"1\"}");
        }
    }

    @Test
    void asksForThePasswordOfNow() {
        try (AuthApi api = AuthApi.start()) {
            Answer here = api.register("ada@example.org");

            Answer wrong = change(api, here, "wrong password", NEXT);

            assertThat(wrong.status()).isEqualTo(403);
            assertThat(wrong.code()).isEqualTo("wrong_password");
            assertThat(api.login("ada@example.org", AuthApi.PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void isSlowToGuessWithABorrowedBrowser() {
        try (AuthApi api = AuthApi.start()) {
            Answer here = api.register("ada@example.org");
            for (int guess = 0; guess < 5; guess++) {
                assertThat(change(api, here, "wrong password", NEXT).code()).isEqualTo("wrong_password");
            }

            Answer slowed = change(api, here, AuthApi.PASSWORD, NEXT);

            assertThat(slowed.status()).isEqualTo(429);
            assertThat(slowed.code()).isEqualTo("too_many_attempts");
            assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void refusesTheSameAgainAndOneThatIsTooShort() {
        try (AuthApi api = AuthApi.start()) {
            Answer here = api.register("ada@example.org");

            Answer same = change(api, here, AuthApi.PASSWORD, AuthApi.PASSWORD);
            Answer shorter = change(api, here, AuthApi.PASSWORD, "short");

            assertThat(same.json().at("/errors/0/field").asText()).isEqualTo("new_password");
            assertThat(same.json().at("/errors/0/code").asText()).isEqualTo("unchanged");
            assertThat(shorter.json().at("/errors/0/field").asText()).isEqualTo("new_password");
        }
    }

    @Test
    void voidsLinksThatWouldSetAPassword() {
        try (AuthApi api = AuthApi.start()) {
            Answer here = api.register("ada@example.org");
            String link = api.bean(OneTimeLinks.class)
                    .make(UserId.of(here.json().at("/user/id").asText()), LinkPurpose.RESET_BY_ADMINISTRATOR)
                    .orElseThrow()
                    .url();

            change(api, here, AuthApi.PASSWORD, NEXT);

            String token = link.substring(link.indexOf('=') + 1);
            assertThat(api.post(
                                    "password/reset",
                                    "{\"token\":\"" + token + "\",\"new_password\":\"a third horse battery\"}",
                                    null)
                            .code())
                    .isEqualTo("invalid_link");
        }
    }

    @Test
    void letsNobodyInWhoProvedTheOldOneAtThatMoment() throws Exception {
        try (AuthApi api = AuthApi.start(Map.of("datasources.default.maximum-pool-size", 4))) {
            Answer here = api.register("ada@example.org");
            String old = AuthApi.PASSWORD;
            for (int round = 0; round < 5; round++) {
                String before = old;
                String after = NEXT + round;

                List<Answer> answers = Together.call(
                        2,
                        caller ->
                                caller == 0 ? api.login("ada@example.org", before) : change(api, here, before, after));

                assertThat(answers.getLast().status()).isEqualTo(204);
                assertThat(api.refresh(answers.getFirst().refreshToken()).status())
                        .isEqualTo(401);
                old = after;
            }
        }
    }

    private static Answer change(AuthApi api, Answer who, String current, String next) {
        return api.call(
                "POST",
                "me/password",
                who.accessToken(),
                "{\"current_password\":\"" + current + "\",\"new_password\":\"" + next + "\"}");
    }
}
