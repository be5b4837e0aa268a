package dev.rechat.auth.totp;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody with a telephone, and the server they have their account on. */
final class Person implements AutoCloseable {

    final AuthApi api;
    final String token;

    private final String email;
    private Authenticator app = new Authenticator("");

    private Person(AuthApi api, String email) {
        this.api = api;
        this.email = email;
        this.token = api.register(email).accessToken();
    }

    /** On a server of her own, whose clock can be set forward. */
    static Person ada() {
        return new Person(
                AuthApi.start(Map.of("test.clock", true, "datasources.default.maximum-pool-size", 8)),
                "ada@example.org");
    }

    /** On the same server; not to be closed. */
    Person another(String other) {
        return new Person(api, other);
    }

    /** Enrols the telephone. @return the recovery codes */
    List<String> enrol() {
        begin();
        return codes(confirm(code()));
    }

    Answer begin() {
        Answer begun = post("totp", "{\"password\":\"" + AuthApi.PASSWORD + "\"}");
        app = new Authenticator(begun.json().path("secret").asText());
        return begun;
    }

    Answer confirm(String code) {
        return post("totp/confirm", "{\"code\":\"" + code + "\"}");
    }

    Answer remove(String password, String code) {
        return post("totp/remove", "{\"password\":\"" + password + "\",\"code\":\"" + code + "\"}");
    }

    Answer renew(String password, String code) {
        return post("totp/recovery-codes", "{\"password\":\"" + password + "\",\"code\":\"" + code + "\"}");
    }

    Answer signIn(String password, @Nullable String code) {
        String body = AuthApi.body(email, password);
        return api.post("login", code == null ? body : body.replace("}", ",\"totp\":\"" + code + "\"}"), null);
    }

    Answer post(String route, String json) {
        return api.call("POST", route, token, json);
    }

    /** What the telephone shows now. */
    String code() {
        return app.code(api.bean(SettableClock.class).instant());
    }

    /** What a telephone shows whose clock is half a minute ahead: a code that was not used yet. */
    String codeAhead() {
        return app.code(api.bean(SettableClock.class).instant().plus(Authenticator.STEP));
    }

    /** A code that was not used yet: half a minute goes by. */
    String nextCode() {
        forward(Authenticator.STEP);
        return code();
    }

    void forward(Duration time) {
        api.bean(SettableClock.class).forward(time);
    }

    static List<String> codes(Answer answer) {
        List<String> codes = new ArrayList<>();
        answer.json().path("recovery_codes").forEach(code -> codes.add(code.asText()));
        return codes;
    }

    @Override
    public void close() {
        api.close();
    }
}
