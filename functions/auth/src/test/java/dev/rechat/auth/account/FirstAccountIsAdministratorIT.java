package dev.rechat.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.Together;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FirstAccountIsAdministratorIT {

    private static final int CALLERS = 8;

    @Test
    void makesTheFirstAdministratorAndTheNextOnesUsers() {
        try (AuthApi api = AuthApi.start()) {
            assertThat(role(api.register("one@example.org"))).isEqualTo("admin");
            assertThat(role(api.register("two@example.org"))).isEqualTo("user");
        }
    }

    @RepeatedTest(3)
    void makesExactlyOneAdministratorOfManyWhoRegisterAtOnce() throws Exception {
        try (AuthApi api = AuthApi.start(Map.of("datasources.default.maximum-pool-size", CALLERS))) {
            List<Answer> answers = Together.call(CALLERS, caller -> api.register("person" + caller + "@example.org"));

            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
            assertThat(answers)
                    .filteredOn(answer -> role(answer).equals("admin"))
                    .hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> role(answer).equals("user"))
                    .hasSize(CALLERS - 1);
            assertThat(api.stored("SELECT COUNT(*) FROM users WHERE role = 'ADMIN'"))
                    .isEqualTo("1");
        }
    }

    @RepeatedTest(3)
    void makesOneAccountAndOneAdministratorOfOneAddressRegisteredManyTimesAtOnce() throws Exception {
        try (AuthApi api = AuthApi.start(Map.of("datasources.default.maximum-pool-size", CALLERS))) {
            List<Answer> answers = Together.call(CALLERS, _ -> api.register("same@example.org"));

            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 201)
                    .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("email_taken"));
            assertThat(api.stored("SELECT role FROM users")).isEqualTo("ADMIN");
        }
    }

    @Test
    void leavesTheClaimToTheNextWhenARegistrationFails() {
        try (AuthApi api = AuthApi.start()) {
            api.sql("""
                    INSERT INTO users (id, email, password_hash, display_name, role, active, language, created_at,
                    updated_at) VALUES ('01890a5d-ac96-774b-bcce-b302099a8057', 'old@example.org', '-', 'Old', 'USER',
                    TRUE, 'en', '2026-01-01', '2026-01-01')
                    """);

            assertThat(api.register("old@example.org").code()).isEqualTo("email_taken");
            assertThat(role(api.register("new@example.org"))).isEqualTo("admin");
        }
    }

    private static String role(Answer answer) {
        return answer.json().at("/user/role").asText();
    }
}
