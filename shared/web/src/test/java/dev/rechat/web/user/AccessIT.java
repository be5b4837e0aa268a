package dev.rechat.web.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.web.Api;
import dev.rechat.web.Tokens;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
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
        var response = with(Tokens.of(api, "user"), "/api/v1/echo/me");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Api.json(response).path("id").asText()).isEqualTo(Tokens.USER);
        assertThat(Api.json(response).path("role").asText()).isEqualTo("user");
    }

    @Test
    void refusesAnybodyWithoutAToken() {
        assertRefused(api.get("/api/v1/echo/me"), 401, "unauthenticated");
    }

    @Test
    void refusesAnotherRole() {
        assertRefused(with(Tokens.of(api, "user"), "/api/v1/echo/admin"), 403, "forbidden");
        assertRefused(with(Tokens.of(api, "pending"), "/api/v1/echo/me"), 403, "forbidden");
        assertRefused(with(Tokens.of(api, "ADMIN"), "/api/v1/echo/admin"), 403, "forbidden");
    }

    @Test
    void refusesATokenThatExpired() {
        var expired = Date.from(Instant.parse("2020-01-01T00:00:00Z"));

        assertRefused(with(Tokens.with(api, Map.of("exp", expired)), "/api/v1/echo/me"), 401, "unauthenticated");
    }

    @Test
    void refusesATokenThatIsNotYetValid() {
        var later = Date.from(Instant.parse("2998-01-01T00:00:00Z"));

        assertRefused(with(Tokens.with(api, Map.of("nbf", later)), "/api/v1/echo/me"), 401, "unauthenticated");
    }

    @Test
    void refusesATokenOfAnotherIssuer() {
        assertRefused(with(Tokens.with(api, Map.of("iss", "other")), "/api/v1/echo/me"), 401, "unauthenticated");
    }

    @Test
    void refusesATokenThatNamesNobody() {
        assertRefused(with(Tokens.with(api, Map.of("sub", "admin")), "/api/v1/echo/me"), 401, "unauthenticated");
        assertRefused(with(Tokens.with(api, Map.of("roles", List.of())), "/api/v1/echo/me"), 403, "forbidden");
    }

    @Test
    void refusesATokenOfAnotherSecret() {
        try (Api other = Api.start(Map.of("rechat.jwt.secret", "another-secret-for-tests-0123456789"))) {
            assertRefused(with(Tokens.of(other, "admin"), "/api/v1/echo/me"), 401, "unauthenticated");
        }
    }

    @Test
    void readsNoTokenFromACookieOrTheQuery() {
        String token = Tokens.of(api, "admin");

        assertRefused(api.get("/api/v1/echo/me", "Cookie", "JWT=" + token), 401, "unauthenticated");
        assertRefused(api.get("/api/v1/echo/me?access_token=" + token), 401, "unauthenticated");
    }

    @Test
    void offersNoSignInOfTheFramework() {
        for (String path : List.of("/login", "/logout", "/oauth/access_token", "/token_info", "/keys")) {
            assertThat(api.post(path, "{}").statusCode()).as(path).isEqualTo(404);
            assertThat(api.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private static HttpResponse<String> with(String token, String path) {
        return api.get(path, "Authorization", "Bearer " + token);
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Api.json(response).path("code").asText()).isEqualTo(code);
    }
}
