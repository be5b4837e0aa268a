package dev.rechat.testing.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scan finds what it is there for, and is quiet about what logs are full of. */
class LogScanTest {

    private static final String TOKEN = "q3Zx0-7vKcYb2LwN5tRf8HgJ1mPsU4dEaOiXyVzBn9T";

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ACCESS_TOKEN      | bad token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln
            API_KEY           | key rk-abcdefghjkmn_Zq3x0v7KcYb2LwN5tRf8HgJ1 refused
            OPAQUE_TOKEN      | session of q3Zx0-7vKcYb2LwN5tRf8HgJ1mPsU4dEaOiXyVzBn9T ended
            OPAQUE_TOKEN      | {"refresh":"q3Zx0-7vKcYb2LwN5tRf8HgJ1mPsU4dEaOiXyVzBn9T"}
            LINK              | mail to somebody: https://chat.example/reset#token=abc
            SHARED_PATH       | GET /api/v1/shared/q3Zx0-7vKcYb2LwN5tRf8HgJ1mPsU4dEaOiXyVzBn9T/messages
            PASSWORD_HASH     | stored $argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA
            TEST_PASSWORD     | SignIn[password=correct horse battery]
            DIFY_KEY          | asking Dify as app-demo-chat
            DIFY_KEY          | asking Dify as app-Zq3x0v7KcYb2LwN5tRf8HgJ1
            TOTP_SECRET       | otpauth://totp/ReChat
            TOTP_SECRET       | enrolled with JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP
            RECOVERY_CODE     | used 0a1b-2c3d-4e5f-6g7h-8j9k-0m1n
            EMAIL_ADDRESS     | mail to ada.lovelace+chat@example.org
            CREDENTIAL_HEADER | > Authorization: Basic
            CREDENTIAL_HEADER | > cookie=a
            CREDENTIAL_HEADER | rechat_refresh=; Path=/
            """)
    void findsAndDoesNotRepeat(Secret kind, String line) throws IOException {
        Files.writeString(directory.resolve("integration.log"), "INFO fine\n" + line + "\nINFO fine\n");

        assertThat(LogScan.of(directory))
                .anySatisfy(found -> assertThat(found).startsWith("integration.log:2 " + kind));
        assertThat(LogScan.of(directory)).noneMatch(found -> found.contains(TOKEN));
    }

    @Test
    void knowsEveryTokenThatTheProgramCouldMake() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            // once in thousands of tokens there is no digit
            assertThat(Secret.OPAQUE_TOKEN.in("a token " + token).isPresent() || !token.matches(".*[0-9].*"))
                    .as(token)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13:00:00.000 INFO  RequestTrace request_id=01a1fe51-31f3-70af-ade6-f30048c69b5d GET /api/v1/auth/me 200",
                "at dev.rechat.auth.session.SessionsThatEndWithTheirRefreshToken2.end(Sessions.java:40)",
                "	at dev.rechat.chat.http.$FormController$Definition$Intercepted.$$access$$submit(Unknown Source)",
                "Schema `rechat_17` at jdbc:mysql://127.0.0.1:3306/rechat_17?sslMode=DISABLED",
                "com.zaxxer.hikari.pool.HikariPool@4f3c2a1b",
                "request_hash 3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea",
                "app-0190a1fe51-31f3 has no such button",
                "the bearer is unknown; a password is needed; cookies go over HTTPS",
                "MARIADB_SERVER_VERSION_IS_NEWER_THAN_TESTED_WITH",
            })
    void isQuietAboutTheRest(String line) throws IOException {
        Files.writeString(directory.resolve("unit.log"), line);

        assertThat(LogScan.of(directory)).isEmpty();
    }
}
