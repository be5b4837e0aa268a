package dev.rechat.web;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.account.Standing;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import io.micronaut.security.token.jwt.generator.JwtTokenGenerator;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Access tokens as the auth function makes them, and ones it would not make. */
public final class Tokens {

    public static final String USER = "01890a5d-ac96-774b-bcce-b302099a8057";

    private Tokens() {}

    /** Of a session of its own, whose account has this role. */
    public static String of(Api api, Role role) {
        return of(api, new Standing(UserId.of(USER), role, false, false));
    }

    public static String of(Api api, Standing standing) {
        return of(api, session(api, standing));
    }

    public static String of(Api api, SessionId session) {
        return with(api, Map.of("sid", session.toString()));
    }

    /** Begins a session. */
    public static SessionId session(Api api, Standing standing) {
        SessionId session = new SessionId(UUID.randomUUID());
        api.standings().put(session, standing);
        return session;
    }

    /** @param changes claims that replace those of a good token of an ordinary account; an empty text leaves one out */
    public static String with(Api api, Map<String, Object> changes) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "iss",
                "rechat",
                "sub",
                USER,
                "iat",
                Date.from(Instant.parse("2020-01-01T00:00:00Z")),
                "exp",
                Date.from(Instant.parse("2999-01-01T00:00:00Z"))));
        claims.put(
                "sid",
                session(api, new Standing(UserId.of(USER), Role.USER, false, false))
                        .toString());
        claims.putAll(changes);
        claims.values().removeIf(""::equals);
        return api.context()
                .getBean(JwtTokenGenerator.class)
                .generateToken(claims)
                .orElseThrow();
    }
}
