package dev.rechat.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.Answer;
import dev.rechat.auth.SettableClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeysEndIT {

    /** As long as a process remembers what it looked up. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private KeyHolder ada;
    private Answer key;

    @BeforeEach
    void start() {
        ada = KeyHolder.administrator();
        key = ada.makeFor("read", "admin");
        assertThat(ada.use(key).status()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        ada.close();
    }

    @Test
    void whenTheyAreRevoked() {
        assertThat(ada.revoke(key).status()).isEqualTo(204);

        assertUnknown();
        assertThat(ada.list().json().path("data")).isEmpty();
        assertThat(ada.revoke(key).code()).isEqualTo("not_found");
    }

    @Test
    void whenTheyExpire() {
        Answer tomorrow = ada.make("{\"name\":\"x\",\"scopes\":[\"read\"],\"expires_at\":\""
                + ada.api().bean(SettableClock.class).instant().plus(Duration.ofDays(1)) + "\"}");
        ada.forward(Duration.ofHours(23));
        assertThat(ada.use(tomorrow).status()).isEqualTo(200);

        ada.forward(Duration.ofHours(1));

        assertThat(ada.use(tomorrow).status()).isEqualTo(401);
        assertThat(ada.use(key).status()).as("the one without an end").isEqualTo(200);
    }

    @Test
    void withTheAccount() {
        ada.api().sql("UPDATE users SET active = FALSE");
        assertUnknown();

        ada.api().sql("UPDATE users SET active = TRUE");
        assertThat(ada.use(key).status()).isEqualTo(200);

        ada.api().sql("DELETE FROM users");
        assertUnknown();
        assertThat(ada.api().stored("SELECT COUNT(*) FROM api_keys")).isEqualTo("0");
    }

    @Test
    void forWhatTheirOwnerMayNoLonger() {
        KeyHolder eve = ada.another();
        assertThat(eve.makeFor("admin").code()).as("never had it").isEqualTo("forbidden");
        assertThat(eve.makeFor("read", "admin").code()).isEqualTo("forbidden");
        assertThat(eve.makeFor("read", "chat").status()).isEqualTo(201);

        ada.api().sql("UPDATE users SET role = 'PENDING' WHERE email = 'eve@example.org'");
        assertThat(eve.makeFor("read").code()).isEqualTo("forbidden");
    }

    @Test
    void byTheirOwnerAlone() {
        KeyHolder eve = ada.another();
        Answer eves = eve.makeFor("read");

        Answer foreign = ada.revoke(eves);
        Answer unknown = ada.api().call("DELETE", "keys/" + UUID.randomUUID(), ada.token(), null);

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.code()).isEqualTo(unknown.code());
        assertThat(ada.list().json().toString())
                .doesNotContain(eves.json().path("id").asText());
        assertThat(eve.use(eves).status()).isEqualTo(200);
    }

    @Test
    void notWithTheSessionTheyWereMadeIn() {
        ada.api().sql("UPDATE sessions SET ended_at = NOW(3)");
        ada.forward(REMEMBERED);

        assertThat(ada.list().status()).isEqualTo(401);
        assertThat(ada.use(key).status()).isEqualTo(200);
    }

    private void assertUnknown() {
        assertThat(ada.use(key).status()).isEqualTo(401);
        assertThat(ada.use(key).code()).isEqualTo("unauthenticated");
    }
}
