package dev.rechat.admin.app;

import static dev.rechat.admin.app.AdminServer.APPS;
import static dev.rechat.admin.app.AdminServer.KEY;
import static dev.rechat.admin.app.AdminServer.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.account.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdministrationByKeyIT {

    @Test
    void needsTheScopeAndAnAdministrator() {
        var program = AdminServer.withKey(Role.ADMIN, "admin");

        var added = program.post(APPS, body("By key", KEY));

        assertThat(added.status()).isEqualTo(201);
        assertThat(program.delete(APPS + "/" + added.json().path("id").asText()).status())
                .isEqualTo(204);
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
