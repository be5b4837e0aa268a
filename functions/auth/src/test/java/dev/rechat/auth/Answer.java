package dev.rechat.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/** What a route of the auth function answered. */
public record Answer(int status, JsonNode json, HttpHeaders headers) {

    public String code() {
        return json.path("code").asText();
    }

    public String accessToken() {
        return json.path("access_token").asText();
    }

    public String cookie() {
        return headers.firstValue("Set-Cookie").orElse("");
    }

    /** The token in the cookie that was set; empty when it was cleared or none was set. */
    public String refreshToken() {
        return cookie().replaceFirst("^rechat_refresh=([^;]*);.*$", "$1");
    }
}
