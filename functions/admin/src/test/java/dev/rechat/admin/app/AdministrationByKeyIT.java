package dev.rechat.admin.app;

import static dev.rechat.admin.app.AdminServer.APPS;
import static dev.rechat.admin.app.AdminServer.KEY;
import static dev.rechat.admin.app.AdminServer.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.account.Role;
import dev.rechat.testing.api.ApiAnswer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdministrationByKeyIT {

    private static final String HARMLESS =
            "{\"name\":\"By key\",\"enabled\":false,\"order\":4,\"show_nodes\":\"none\"}";

    @Test
    void needsTheScopeAndAnAdministrator() {
        var program = AdminServer.withKey(Role.ADMIN, "admin");
        String path = AdminServer.added("Of somebody");

        assertThat(program.get(path).status()).isEqualTo(200);
        assertThat(program.patch(path, HARMLESS).json().path("name").asText()).isEqualTo("By key");
        assertThat(program.post(path + "/test", "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"visible_to\":\"all\"",
                "\"group_ids\":[]",
                "\"base_url\":\"http://127.0.0.1:1/v1\"",
                "\"api_key\":\"" + KEY + "\"",
                "\"name\":\"Hidden among others\",\"visible_to\":\"groups\""
            })
    void neitherLetsPeopleInNorLeadsThemElsewhere(String field) {
        var program = AdminServer.withKey(Role.ADMIN, "admin");
        String path = AdminServer.added("Governed");
        String before = AdminServer.admin().get(path).body();

        ApiAnswer refused = program.patch(path, "{" + field + "}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("forbidden");
        assertThat(AdminServer.admin().get(path).body()).isEqualTo(before);
    }

    @Test
    void neitherAddsNorRemovesAppsNorKeys() {
        var program = AdminServer.withKey(Role.ADMIN, "admin");
        String path = AdminServer.added("Stays");
        byte[] key = ("{\"api_key\":\"" + KEY + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(program.post(APPS, body("Intruder", KEY)).status()).isEqualTo(403);
        assertThat(program.delete(path).status()).isEqualTo(403);
        assertThat(program.send("PUT", path + "/spare-key", key, "application/json")
                        .status())
                .isEqualTo(403);
        assertThat(program.post(path + "/spare-key/swap", "{}").status()).isEqualTo(403);
        assertThat(program.delete(path + "/spare-key").status()).isEqualTo(403);
        assertThat(AdminServer.admin().get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"ADMIN | chat,read", "ADMIN | chat", "ADMIN | read", "USER | chat,read,admin", "PENDING | admin"})
    void isRefusedOtherwise(Role owner, String scopes) {
        var program = AdminServer.withKey(owner, scopes);

        assertThat(program.get(APPS).status()).isEqualTo(403);
        assertThat(program.post(APPS, body("Intruder", KEY)).status()).isEqualTo(403);
    }
}
