package dev.rechat.auth.guessing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** A browser at an address, that keeps its device cookie. The API must trust one proxy. */
final class Visitor {

    static final Map<String, Object> BEHIND_A_PROXY =
            Map.of("rechat.http.trusted-proxies", 1, "test.clock", true, "datasources.default.maximum-pool-size", 20);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final AuthApi api;
    private final String address;
    private String device = "";

    Visitor(AuthApi api, String address) {
        this.api = api;
        this.address = address;
    }

    /** The same browser at another server. */
    Visitor at(AuthApi other) {
        Visitor visitor = new Visitor(other, address);
        visitor.device = device;
        return visitor;
    }

    Answer signIn(String email, String password) {
        return post("login", email, password);
    }

    Answer register(String email) {
        return post("register", email, AuthApi.PASSWORD);
    }

    /** What the browser keeps. */
    String device() {
        return device;
    }

    void keep(String cookie) {
        device = cookie;
    }

    private Answer post(String route, String email, String password) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.uri().resolve("/api/v1/auth/" + route))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString(AuthApi.body(email, password)));
        if (!device.isEmpty()) {
            request.header("Cookie", "rechat_device=" + device);
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith("rechat_device="))
                    .findFirst()
                    .ifPresent(cookie -> device = cookie.replaceFirst("^rechat_device=([^;]*);.*$", "$1"));
            JsonNode json = JSON.readTree(response.body());
            return new Answer(response.statusCode(), json, response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
