package dev.rechat.web.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.web.Api;
import java.net.http.HttpResponse;

/** Requests with a token, and what is expected of them. */
final class AccessTester {

    static final String ME = "/api/v1/echo/me";
    static final String ACCOUNT = "/api/v1/echo/account";
    static final String OWN = "/api/v1/echo/own";
    static final String ADMIN = "/api/v1/echo/admin";

    private AccessTester() {}

    static HttpResponse<String> get(Api api, String path, String token) {
        return api.get(path, "Authorization", "Bearer " + token);
    }

    static void assertAllowed(Api api, String path, String token) {
        var response = get(api, path, token);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    static void assertRefused(Api api, String path, String token, int status, String code) {
        assertRefused(get(api, path, token), status, code);
    }

    static void assertUnknown(Api api, String token) {
        assertRefused(api, ME, token, 401, "unauthenticated");
    }

    static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Api.json(response).path("code").asText()).isEqualTo(code);
    }
}
