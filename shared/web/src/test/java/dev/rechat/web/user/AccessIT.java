package dev.rechat.web.user;

import static dev.rechat.web.user.AccessTester.ADMIN;
import static dev.rechat.web.user.AccessTester.ME;
import static dev.rechat.web.user.AccessTester.OWN;
import static dev.rechat.web.user.AccessTester.assertAllowed;
import static dev.rechat.web.user.AccessTester.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.account.Standing;
import dev.rechat.kernel.id.UserId;
import dev.rechat.web.Api;
import dev.rechat.web.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessIT {

    private static Api api;

    @BeforeAll
    static void start() {
        api = Api.start();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void givesControllersTheCurrentUser() {
        var session = Tokens.session(api, new Standing(UserId.of(Tokens.USER), Role.USER, false, false));

        var response = AccessTester.get(api, ME, Tokens.of(api, session));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Api.json(response).path("id").asText()).isEqualTo(Tokens.USER);
        assertThat(Api.json(response).path("role").asText()).isEqualTo("user");
        assertThat(Api.json(response).path("session").asText()).isEqualTo(session.toString());
    }

    @Test
    void refusesAnybodyWithoutAToken() {
        var refused = api.get(ME);

        assertRefused(refused, 401, "unauthenticated");
        assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void refusesWhatTheRoleMayNot() {
        assertAllowed(api, ADMIN, Tokens.of(api, Role.ADMIN));
        assertAllowed(api, OWN, Tokens.of(api, Role.USER));
        assertRefused(api, ADMIN, Tokens.of(api, Role.USER), 403, "forbidden");
    }

    @Test
    void takesNoRightsFromTheToken() {
        String boasting = Tokens.with(
                api,
                Map.of("roles", List.of("admin", "administer"), "scope", "administer", "permissions", "administer"));

        assertRefused(api, ADMIN, boasting, 403, "forbidden");
        assertAllowed(api, OWN, boasting);
    }

    @Test
    void readsNoTokenFromACookieOrTheQuery() {
        String token = Tokens.of(api, Role.ADMIN);

        assertRefused(api.get(ME, "Cookie", "JWT=" + token), 401, "unauthenticated");
        assertRefused(api.get(ME + "?access_token=" + token), 401, "unauthenticated");
    }

    @Test
    void offersNoSignInOfTheFramework() {
        for (String path : List.of("/login", "/logout", "/oauth/access_token", "/token_info", "/keys")) {
            assertThat(api.post(path, "{}").statusCode()).as(path).isEqualTo(404);
            assertThat(api.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }
}
