package dev.rechat.testing.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rechat.testing.database.Schema;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes accounts, sessions and access tokens beside the program under test: rows of a schema, and tokens that a program with
 * {@link #JWT_KEYS} takes. Thread-safe.
 */
public final class TestAccounts {

    /** What {@code rechat.jwt.keys} must be. */
    public static final String JWT_KEYS = "test:not-a-secret-but-long-enough-for-HS256";

    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final Schema schema;

    public TestAccounts(Schema schema) {
        this.schema = schema;
    }

    /** Somebody who is signed in. */
    public record Person(String id, String session, String token) {}

    /**
     * A new account and a session of it.
     *
     * @param role as the column has it, in any case: admin, user, pending
     */
    public Person person(String role) {
        String id = UUID.randomUUID().toString();
        run(
                "INSERT INTO users (id, email, password_hash, display_name, role, active, language, email_verified_at,"
                        + " created_at, updated_at) VALUES (?, ?, 'no hash', 'Somebody', ?, TRUE, 'en', NOW(3), NOW(3), NOW(3))",
                id,
                id + "@example.org",
                role.toUpperCase(Locale.ROOT));
        return signIn(id);
    }

    /** One more session of an account. */
    public Person signIn(String account) {
        String session = UUID.randomUUID().toString();
        run(
                "INSERT INTO sessions (id, user_id, address, user_agent, created_at, last_seen_at)"
                        + " VALUES (?, ?, '', '', NOW(3), NOW(3))",
                session,
                account);
        run("UPDATE users SET last_seen_at = NOW(3) WHERE id = ?", account);
        return new Person(account, session, token(account, session));
    }

    /**
     * A personal API key.
     *
     * @param scopes as the column has them: chat, read, admin, with commas
     * @return what its holder has
     */
    public String key(String account, String scopes) {
        String identifier = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        String secret = (UUID.randomUUID().toString() + UUID.randomUUID())
                .replace("-", "")
                .substring(0, 43);
        run(
                "INSERT INTO api_keys (id, user_id, identifier, secret_hash, name, scopes, created_at)"
                        + " VALUES (?, ?, ?, SHA2(?, 256), 'key', ?, NOW(3))",
                UUID.randomUUID().toString(),
                account,
                identifier,
                secret,
                scopes);
        return "rk-" + identifier + "_" + secret;
    }

    /** Changes rows beside the program. */
    public int run(String sql, String... arguments) {
        try (Connection connection =
                        DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String token(String account, String session) {
        Instant now = Clock.systemUTC().instant();
        String signed = base64("{\"alg\":\"HS256\",\"kid\":\"" + JWT_KEYS.substring(0, colon()) + "\"}") + "."
                + base64("{\"iss\":\"rechat\",\"sub\":\"" + account + "\",\"sid\":\"" + session + "\",\"iat\":"
                        + now.getEpochSecond() + ",\"exp\":"
                        + now.plus(LIFETIME).getEpochSecond() + "}");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(JWT_KEYS.substring(colon() + 1).getBytes(UTF_8), "HmacSHA256"));
            return signed + "." + base64(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int colon() {
        return JWT_KEYS.indexOf(':');
    }

    private static String base64(String text) {
        return base64(text.getBytes(UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
