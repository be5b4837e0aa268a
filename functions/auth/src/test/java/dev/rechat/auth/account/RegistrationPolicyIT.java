package dev.rechat.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.accounts.setting.HouseSettings;
import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.Together;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in is what the settings of the house say. */
class RegistrationPolicyIT {

    @Test
    void letsNobodyInWhereItIsClosed() {
        try (AuthApi api = house("registration", "\"closed\"")) {
            Answer refused = api.register("ada@example.org");

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("registration_closed");
            assertThat(api.register("first@example.org").code())
                    .as("not even whether there is an account")
                    .isEqualTo("registration_closed");
            assertThat(api.stored("SELECT COUNT(*) FROM users")).isEqualTo("1");
        }
    }

    @Test
    void letsPeopleWaitForApproval() {
        try (AuthApi api = house("registration", "\"approval\"")) {
            Answer ada = api.register("ada@example.org");

            assertThat(ada.status()).isEqualTo(201);
            assertThat(ada.json().at("/user/role").asText()).isEqualTo("pending");
            assertThat(api.stored("SELECT details FROM audit_log WHERE action = 'account_registered'"
                            + " ORDER BY id DESC LIMIT 1"))
                    .contains("pending");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ada@example.org,          201",
        "ada@EXAMPLE.ORG,          201",
        "ada@example.com,          201",
        "ada@mail.example.org,     403",
        "ada@example.org.evil.com, 403",
        "ada@notexample.org,       403"
    })
    void letsExactlyTheNamedDomainsIn(String email, int status) {
        try (AuthApi api = house("registration_domains", "[\"example.org\",\"example.com\"]")) {
            Answer answer = api.register(email);

            assertThat(answer.status()).isEqualTo(status);
            if (status == 403) {
                assertThat(answer.code()).isEqualTo("email_domain_refused");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"closed\"", "\"approval\""})
    void letsTheFirstAccountInWhateverItIs(String policy) throws Exception {
        try (AuthApi api = AuthApi.start(Map.of("datasources.default.maximum-pool-size", 6))) {
            set(api, "registration", policy);
            set(api, "registration_domains", "[\"nowhere.example\"]");
            assertThat(api.get("/api/v1/auth/options")
                            .json()
                            .path("registration")
                            .asText())
                    .isEqualTo("open");

            List<Answer> answers = Together.call(6, caller -> api.register("person" + caller + "@example.org"));

            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
            assertThat(api.stored("SELECT GROUP_CONCAT(role) FROM users")).isEqualTo("ADMIN");
        }
    }

    @Test
    void tellsAtTheDoorWhatItIs() {
        try (AuthApi api = house("registration", "\"approval\"")) {
            Answer options = api.get("/api/v1/auth/options");

            assertThat(options.json())
                    .hasToString("{\"registration\":\"approval\",\"password_min_length\":10,\"mail\":false,"
                            + "\"email_verification\":false,\"sharing\":\"members\"}");
        }
    }

    private static AuthApi house(String key, String value) {
        AuthApi api = AuthApi.start();
        api.register("first@example.org");
        set(api, key, value);
        api.bean(HouseSettings.class).all();
        return api;
    }

    private static void set(AuthApi api, String key, String value) {
        api.sql("INSERT INTO system_settings (setting_key, setting_value, updated_at) VALUES ('" + key + "', '" + value
                + "', '2026-01-01')");
    }
}
