package dev.rechat.admin.app;

import static dev.rechat.admin.app.AdminServer.APPS;
import static dev.rechat.admin.app.AdminServer.KEY;
import static dev.rechat.admin.app.AdminServer.added;
import static dev.rechat.admin.app.AdminServer.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.account.Role;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route of the administration is for administrators alone, whether or not what it names exists. */
class AdministratorsOnlyIT {

    static Stream<Arguments> calls() {
        return Stream.of(
                call("list", (client, path) -> client.get(APPS)),
                call("create", (client, path) -> client.post(APPS, body("Intruder", KEY))),
                call("get", ApiClient::get),
                call("get unknown", (client, path) -> client.get(APPS + "/unknown")),
                call("change", (client, path) -> client.patch(path, "{\"name\":\"Intruder\"}")),
                call("delete", ApiClient::delete),
                call("test", (client, path) -> client.post(path + "/test", "{}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void turnsOthersAway(String name, BiFunction<ApiClient, String, ApiAnswer> call) {
        String path = added("Guarded");

        for (Role role : new Role[] {Role.USER, Role.PENDING}) {
            ApiAnswer answer = call.apply(AdminServer.as(role), path);
            assertThat(answer.status()).as(role.code()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo(role == Role.PENDING ? "account_pending" : "forbidden");
        }
        ApiAnswer nobody = call.apply(AdminServer.anonymous(), path);
        ApiAnswer forged =
                call.apply(AdminServer.anonymous().as("eyJhbGciOiJub25lIn0.eyJyb2xlcyI6WyJhZG1pbiJdfQ."), path);

        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.code()).isEqualTo("unauthenticated");
        assertThat(forged.status()).isEqualTo(401);
        assertThat(AdminServer.admin().get(path).json().path("name").asText()).isEqualTo("Guarded");
        assertThat(AdminServer.admin().get(APPS + "?limit=100").body()).doesNotContain("Intruder");
    }

    private static Arguments call(String name, BiFunction<ApiClient, String, ApiAnswer> call) {
        return Arguments.of(name, call);
    }
}
