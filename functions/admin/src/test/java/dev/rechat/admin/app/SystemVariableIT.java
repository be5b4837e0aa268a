package dev.rechat.admin.app;

import static dev.rechat.admin.app.AdminServer.APPS;
import static dev.rechat.admin.app.AdminServer.DIFY;
import static dev.rechat.admin.app.AdminServer.FORM_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The input of an app that instructions of programs go to. */
class SystemVariableIT {

    private final ApiClient admin = AdminServer.admin();

    private ApiAnswer add(String variable) {
        return admin.post(
                APPS,
                "{\"name\":\"Form\",\"base_url\":\"" + DIFY.uri() + "\",\"api_key\":\"" + FORM_KEY
                        + "\",\"system_variable\":\"" + variable + "\"}");
    }

    private String added() {
        return APPS + "/" + add("instructions").json().path("id").asText();
    }

    @Test
    void isKeptAndTakenBack() {
        String path = added();

        assertThat(admin.get(path).json().path("system_variable").asText()).isEqualTo("instructions");
        assertThat(admin.patch(path, "{\"name\":\"Other\"}")
                        .json()
                        .path("system_variable")
                        .asText())
                .isEqualTo("instructions");
        assertThat(admin.patch(path, "{\"system_variable\":\" \"}")
                        .json()
                        .path("system_variable")
                        .isNull())
                .isTrue();
        assertThat(admin.patch(path, "{\"system_variable\":\"instructions\"}")
                        .json()
                        .path("system_variable")
                        .asText())
                .isEqualTo("instructions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "count"})
    void mustBeTextOfTheForm(String variable) {
        String path = added();

        ApiAnswer refused = add(variable);
        ApiAnswer unchanged = admin.patch(path, "{\"system_variable\":\"" + variable + "\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("system_variable");
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("rejected");
        assertThat(unchanged.status()).isEqualTo(400);
        assertThat(admin.get(path).json().path("system_variable").asText()).isEqualTo("instructions");
    }

    @Test
    void isTakenAsItIsWhileDifyIsAway() {
        String path = added();
        AdminServer.sql(
                "UPDATE dify_apps SET base_url = 'http://127.0.0.1:1/v1' WHERE id = ?",
                path.substring(APPS.length() + 1));

        assertThat(admin.patch(path, "{\"system_variable\":\"later\"}")
                        .json()
                        .path("system_variable")
                        .asText())
                .isEqualTo("later");
    }
}
