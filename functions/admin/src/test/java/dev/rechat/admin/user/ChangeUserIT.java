package dev.rechat.admin.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.admin.House;
import dev.rechat.testing.account.TestAccounts.Person;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeUserIT {

    private static final String USERS = "/api/v1/admin/users/";

    private static House house;
    private static Person root;
    private static ApiClient admin;

    @BeforeAll
    static void open() {
        house = new House(Map.of());
        root = house.person("admin");
        admin = house.as(root);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void letsSomebodyInWhoWaitsForApproval() {
        Person waiting = house.person("pending");

        ApiAnswer approved = admin.patch(USERS + waiting.id(), "{\"role\":\"user\"}");

        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.json().path("role").asText()).isEqualTo("user");
        assertThat(house.newestAct())
                .startsWith("account_role_changed " + root.id() + " " + waiting.id())
                .contains("\"old\":\"pending\"", "\"new\":\"user\"");
        assertThat(liveSessions(waiting)).as("stays signed in").isEqualTo("1");
    }

    @Test
    void switchesAnAccountOffSignsItOutAndStopsItsAnswers() {
        Person bob = house.person("user");
        house.accounts().signIn(bob.id());
        String turn = runningTurn(bob);

        ApiAnswer off = admin.patch(USERS + bob.id(), "{\"active\":false}");

        assertThat(off.json().path("active").asBoolean()).isFalse();
        assertThat(liveSessions(bob)).isEqualTo("0");
        assertThat(stopRequested(turn)).isEqualTo("1");
        assertThat(house.newestAct()).startsWith("account_deactivated " + root.id() + " " + bob.id());

        assertThat(admin.patch(USERS + bob.id(), "{\"active\":true}")
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
        assertThat(house.newestAct()).startsWith("account_activated " + root.id() + " " + bob.id());
        assertThat(liveSessions(bob)).as("has to sign in again").isEqualTo("0");
    }

    @Test
    void stopsTheAnswersOfWhomMayNotChatAnyMoreAndNotThoseOfOthers() {
        Person bob = house.person("user");
        String turn = runningTurn(bob);

        admin.patch(USERS + bob.id(), "{\"role\":\"admin\"}");
        admin.patch(USERS + bob.id(), "{\"role\":\"user\"}");
        assertThat(stopRequested(turn)).isEqualTo("0");

        admin.patch(USERS + bob.id(), "{\"role\":\"pending\"}");
        assertThat(stopRequested(turn)).isEqualTo("1");
    }

    @Test
    void writesNothingDownWhenNothingChanges() {
        Person bob = house.person("user");
        String before = house.stored("SELECT COUNT(*) FROM audit_log");

        assertThat(admin.patch(USERS + bob.id(), "{}").status()).isEqualTo(200);
        assertThat(admin.patch(USERS + bob.id(), "{\"role\":\"user\",\"active\":true}")
                        .status())
                .isEqualTo(200);

        assertThat(house.stored("SELECT COUNT(*) FROM audit_log")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\":\"root\"}",
                "{\"email\":\"x@example.org\"}",
                "{\"active\":[]}",
                "{\"active\":\"yes\"}",
                "{\"active\":0}"
            })
    void refusesWhatCannotBeChanged(String body) {
        assertThat(admin.patch(USERS + house.person("user").id(), body).status())
                .isEqualTo(400);
    }

    @Test
    void signsAnAccountOutEverywhere() {
        Person bob = house.person("user");
        house.accounts().signIn(bob.id());

        assertThat(admin.delete(USERS + bob.id() + "/sessions").status()).isEqualTo(204);

        assertThat(liveSessions(bob)).isEqualTo("0");
        assertThat(house.newestAct())
                .startsWith("sessions_ended " + root.id() + " " + bob.id())
                .contains("\"2\"");
    }

    @Test
    void removesASecondFactorThatWasLost() {
        Person bob = house.person("user");
        house.accounts()
                .run(
                        "INSERT INTO second_factors (user_id, secret_sealed, created_at, confirmed_at)"
                                + " VALUES (?, 'sealed', NOW(), NOW())",
                        bob.id());
        house.accounts().run("INSERT INTO recovery_codes (user_id, code_hash) VALUES (?, SHA2('x', 256))", bob.id());
        assertThat(admin.get(USERS + bob.id()).json().path("totp_enabled").asBoolean())
                .isTrue();

        assertThat(admin.delete(USERS + bob.id() + "/totp").status()).isEqualTo(204);

        assertThat(admin.get(USERS + bob.id()).json().path("totp_enabled").asBoolean())
                .isFalse();
        assertThat(house.stored("SELECT COUNT(*) FROM recovery_codes")).isEqualTo("0");
        assertThat(house.newestAct()).startsWith("second_factor_removed " + root.id() + " " + bob.id());
        assertThat(admin.delete(USERS + bob.id() + "/totp").status()).isEqualTo(204);
    }

    @Test
    void knowsNobodyElse() {
        String nobody = USERS + UUID.randomUUID();

        assertThat(admin.patch(nobody, "{\"role\":\"user\"}").status()).isEqualTo(404);
        assertThat(admin.post(nobody + "/reset-link", "{}").status()).isEqualTo(404);
        assertThat(admin.delete(nobody + "/sessions").status()).isEqualTo(404);
        assertThat(admin.delete(nobody + "/totp").status()).isEqualTo(404);
    }

    private static String liveSessions(Person person) {
        return house.stored("SELECT COUNT(*) FROM sessions WHERE ended_at IS NULL AND user_id = '" + person.id() + "'");
    }

    private static String stopRequested(String turn) {
        return house.stored("SELECT stop_requested_at IS NOT NULL FROM turns WHERE id = '" + turn + "'");
    }

    private static String runningTurn(Person person) {
        String conversation = UUID.randomUUID().toString();
        String turn = UUID.randomUUID().toString();
        house.accounts()
                .run(
                        "INSERT INTO conversations (id, user_id, app_id, title, pinned, archived, created_at, updated_at)"
                                + " VALUES (?, ?, 'app', 'Title', FALSE, FALSE, NOW(), NOW())",
                        conversation,
                        person.id());
        house.accounts()
                .run(
                        "INSERT INTO turns (id, user_id, conversation_id, app_id, user_message_id, assistant_message_id,"
                                + " status, running_in, lease_until, created_at)"
                                + " VALUES (?, ?, ?, 'app', 'question', 'answer', 'STREAMING', ?, NOW(), NOW())",
                        turn,
                        person.id(),
                        conversation,
                        conversation);
        return turn;
    }
}
