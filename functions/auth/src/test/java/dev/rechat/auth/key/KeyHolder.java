package dev.rechat.auth.key;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Somebody with programs of their own; the first of a house is its administrator. */
record KeyHolder(AuthApi api, String token) implements AutoCloseable {

    static KeyHolder administrator() {
        AuthApi api = AuthApi.start(Map.of("test.clock", true, "datasources.default.maximum-pool-size", 6));
        return new KeyHolder(api, api.register("ada@example.org").accessToken());
    }

    /** On the same server; not to be closed. */
    KeyHolder another() {
        return another("eve@example.org");
    }

    KeyHolder another(String email) {
        return new KeyHolder(api, api.register(email).accessToken());
    }

    /** Asks for a key as its owner does: with the password. */
    Answer make(String body) {
        return send(body.replaceFirst("}$", ",\"password\":\"" + AuthApi.PASSWORD + "\"}"));
    }

    Answer send(String body) {
        return api.call("POST", "keys", token, body);
    }

    /** A key with these scopes. */
    Answer makeFor(String... scopes) {
        return make("{\"name\":\"script\",\"scopes\":[\"" + String.join("\",\"", scopes) + "\"]}");
    }

    Answer list() {
        return api.call("GET", "keys", token, null);
    }

    /** Changes a key as somebody does who has only the session. */
    Answer change(Answer made, String body) {
        return api.call("PATCH", "keys/" + made.json().path("id").asText(), token, body.replace('\'', '"'));
    }

    /** Changes a key as its owner does: with the password. */
    Answer changeProven(Answer made, String body) {
        return change(made, body.replaceFirst("}$", ",\"password\":\"" + AuthApi.PASSWORD + "\"}"));
    }

    Answer revoke(Answer made) {
        return api.call("DELETE", "keys/" + made.json().path("id").asText(), token, null);
    }

    /** What becomes of a request with a key. */
    Answer use(Answer made) {
        return api.me(made.json().path("key").asText());
    }

    /** The administrator of the same server with a new session: tokens do not outlive what tests do to the clock. */
    KeyHolder signedInAgain() {
        return new KeyHolder(api, api.login("ada@example.org", AuthApi.PASSWORD).accessToken());
    }

    Instant now() {
        return api.bean(SettableClock.class).instant();
    }

    void forward(Duration time) {
        api.bean(SettableClock.class).forward(time);
    }

    @Override
    public void close() {
        api.close();
    }
}
