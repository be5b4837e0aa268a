package dev.rechat.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.accounts.deletion.AccountDeletion;
import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.SettableClock;
import dev.rechat.auth.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeleteAccountIT {

    private static final List<String> OWNED = List.of(
            "sessions",
            "refresh_tokens",
            "conversations",
            "messages",
            "turns",
            "turn_forms",
            "files",
            "feedbacks",
            "api_keys");

    @Test
    void takesEverythingWithItAndNothingOfAnybodyElse() {
        try (AuthApi api = AuthApi.start()) {
            Answer ada = api.register("ada@example.org");
            Answer eve = api.register("eve@example.org");
            for (Answer owner : List.of(ada, eve)) {
                int first = owner == ada ? 0 : 1000;
                for (int number = 0; number < 3; number++) {
                    OwnedRows.conversation(api, OwnedRows.userId(owner), first + number);
                }
                OwnedRows.file(api, OwnedRows.userId(owner), OwnedRows.id(first, 9), "NULL");
                OwnedRows.apiKey(api, OwnedRows.userId(owner));
            }

            Answer deleted = delete(api, eve, AuthApi.PASSWORD);

            assertThat(deleted.status()).isEqualTo(204);
            assertThat(deleted.cookie()).startsWith("rechat_refresh=; Path=/api/v1/auth; Max-Age=0;");
            for (String table : OWNED) {
                assertThat(count(api, table, eve)).as(table).isEqualTo("0");
                assertThat(count(api, table, ada)).as(table).isNotEqualTo("0");
            }
            assertThat(api.stored("SELECT COUNT(*) FROM turn_events")).isEqualTo("3");
            assertThat(api.stored("SELECT GROUP_CONCAT(email) FROM users")).isEqualTo("ada@example.org");
            assertThat(api.refresh(eve.refreshToken()).status()).isEqualTo(401);
            assertThat(api.login("eve@example.org", AuthApi.PASSWORD).code()).isEqualTo("invalid_credentials");
        }
    }

    @Test
    void takesMoreThanOneTransactionHolds() {
        try (AuthApi api = AuthApi.start()) {
            api.register("ada@example.org");
            Answer eve = api.register("eve@example.org");
            for (int number = 0; number < 120; number++) {
                OwnedRows.conversation(api, OwnedRows.userId(eve), number);
            }

            assertThat(delete(api, eve, AuthApi.PASSWORD).status()).isEqualTo(204);

            assertThat(api.stored("SELECT COUNT(*) FROM conversations")).isEqualTo("0");
            assertThat(api.stored("SELECT COUNT(*) FROM users")).isEqualTo("1");
        }
    }

    @Test
    void leavesANoteOfEveryThreadThatIsToGoAtDify() {
        try (AuthApi api = AuthApi.start()) {
            Answer ada = api.register("ada@example.org");
            Answer eve = api.register("eve@example.org");
            OwnedRows.conversation(api, OwnedRows.userId(ada), 1000);
            for (int number = 0; number < 60; number++) {
                OwnedRows.conversation(api, OwnedRows.userId(eve), number);
            }
            api.sql("UPDATE conversations SET dify_conversation_id = CONCAT('thread-', id)");
            api.sql("UPDATE turns SET dify_conversation_id = CONCAT('branch-', id)");

            delete(api, eve, AuthApi.PASSWORD);

            assertThat(api.stored(
                            "SELECT COUNT(*) FROM dify_deletions WHERE user_id = '" + OwnedRows.userId(eve) + "'"))
                    .isEqualTo("120");
            assertThat(api.stored("SELECT COUNT(*) FROM dify_deletions")).isEqualTo("120");
        }
    }

    @Test
    void isWrittenDownWithTheIdAlone() {
        try (AuthApi api = AuthApi.start()) {
            api.register("ada@example.org");
            Answer eve = api.register("eve@example.org");

            delete(api, eve, AuthApi.PASSWORD);

            assertThat(api.stored("SELECT CONCAT(actor_id, ' ', target_id, ' ', details) FROM audit_log"
                            + " WHERE action = 'account_deleted'"))
                    .isEqualTo(OwnedRows.userId(eve) + " " + OwnedRows.userId(eve) + " {}");
        }
    }

    @Test
    void freesTheAddress() {
        try (AuthApi api = AuthApi.start()) {
            api.register("ada@example.org");
            Answer first = api.register("eve@example.org");
            delete(api, first, AuthApi.PASSWORD);

            Answer second = api.register("eve@example.org");

            assertThat(second.status()).isEqualTo(201);
            assertThat(OwnedRows.userId(second)).isNotEqualTo(OwnedRows.userId(first));
        }
    }

    @Test
    void asksForThePassword() {
        try (AuthApi api = AuthApi.start()) {
            api.register("ada@example.org");
            Answer eve = api.register("eve@example.org");

            assertThat(delete(api, eve, "wrong password").code()).isEqualTo("wrong_password");

            assertThat(api.me(eve.accessToken()).status()).isEqualTo(200);
        }
    }

    @Test
    void isRefusedToTheLastAdministrator() {
        try (AuthApi api = AuthApi.start()) {
            Answer ada = api.register("ada@example.org");
            api.register("eve@example.org");

            Answer refused = delete(api, ada, AuthApi.PASSWORD);

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("last_administrator");
            assertThat(api.refresh(ada.refreshToken()).status()).isEqualTo(200);

            api.sql("UPDATE users SET role = 'ADMIN'");
            assertThat(delete(api, ada, AuthApi.PASSWORD).status()).isEqualTo(204);
        }
    }

    @Test
    void leavesOneOfTwoAdministratorsWhoGoAtOnce() throws Exception {
        try (AuthApi api = AuthApi.start(Map.of("datasources.default.maximum-pool-size", 6))) {
            for (int round = 0; round < 5; round++) {
                api.sql("DELETE FROM users");
                List<Answer> admins = List.of(
                        api.register("ada" + round + "@example.org"), api.register("eve" + round + "@example.org"));
                api.sql("UPDATE users SET role = 'ADMIN'");

                List<Answer> answers = Together.call(2, caller -> delete(api, admins.get(caller), AuthApi.PASSWORD));

                assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
                assertThat(api.stored("SELECT COUNT(*) FROM users WHERE role = 'ADMIN' AND active"))
                        .isEqualTo("1");
            }
        }
    }

    @Test
    void leavesAnUnusableAccountWhenItIsInterruptedAndIsFinishedLater() {
        try (AuthApi api = AuthApi.start(Map.of("test.clock", true))) {
            api.register("ada@example.org");
            Answer eve = api.register("eve@example.org");
            String id = OwnedRows.userId(eve);
            OwnedRows.conversation(api, id, 1);
            api.sql("UPDATE users SET active = FALSE, deleting_at = UTC_TIMESTAMP(3) WHERE id = '" + id + "'");
            AccountDeletion deletion = api.bean(AccountDeletion.class);

            assertThat(api.me(eve.accessToken()).status()).isEqualTo(401);
            assertThat(api.refresh(eve.refreshToken()).code()).isEqualTo("account_disabled");
            assertThat(deletion.finishInterrupted()).as("it may be at work yet").isZero();

            api.bean(SettableClock.class).forward(Duration.ofMinutes(6));
            assertThat(deletion.finishInterrupted()).isEqualTo(1);

            assertThat(api.stored("SELECT COUNT(*) FROM conversations")).isEqualTo("0");
            assertThat(api.stored("SELECT COUNT(*) FROM users")).isEqualTo("1");
        }
    }

    @Test
    void asksRunningTurnsToStopAndWaitsForThemALittle() throws Exception {
        try (AuthApi api = AuthApi.start()) {
            api.register("ada@example.org");
            Answer eve = api.register("eve@example.org");
            String conversation = OwnedRows.conversation(api, OwnedRows.userId(eve), 1);
            api.sql("UPDATE turns SET status = 'STREAMING', running_in = '" + conversation
                    + "', lease_until = '2099-01-01'");

            List<Answer> answers = Together.call(2, caller -> {
                if (caller == 0) {
                    return delete(api, eve, AuthApi.PASSWORD);
                }
                while (api.stored("SELECT COUNT(*) FROM turns WHERE stop_requested_at IS NOT NULL")
                        .equals("0")) {
                    Thread.onSpinWait();
                }
                api.sql("UPDATE turns SET status = 'STOPPED', running_in = NULL");
                return eve;
            });

            assertThat(answers.getFirst().status()).isEqualTo(204);
            assertThat(api.stored("SELECT COUNT(*) FROM turns")).isEqualTo("0");
        }
    }

    private static Answer delete(AuthApi api, Answer who, String password) {
        return api.call("POST", "me/delete", who.accessToken(), "{\"password\":\"" + password + "\"}");
    }

    private static String count(AuthApi api, String table, Answer owner) {
        return api.stored("SELECT COUNT(*) FROM " + table + " WHERE user_id = '" + OwnedRows.userId(owner) + "'");
    }
}
