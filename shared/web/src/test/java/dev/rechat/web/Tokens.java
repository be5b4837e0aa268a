package dev.rechat.web;

import io.micronaut.security.token.jwt.generator.JwtTokenGenerator;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Access tokens as the auth function makes them, and ones it would not make. */
public final class Tokens {

    public static final String USER = "01890a5d-ac96-774b-bcce-b302099a8057";

    private Tokens() {}

    public static String of(Api api, String role) {
        return with(api, Map.of("roles", List.of(role)));
    }

    /** @param changes claims that replace those of a good token */
    public static String with(Api api, Map<String, Object> changes) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "iss",
                "rechat",
                "sub",
                USER,
                "roles",
                List.of("user"),
                "exp",
                Date.from(Instant.parse("2999-01-01T00:00:00Z"))));
        claims.putAll(changes);
        return api.context()
                .getBean(JwtTokenGenerator.class)
                .generateToken(claims)
                .orElseThrow();
    }
}
