package dev.rechat.persistence.account;

import static dev.rechat.persistence.TestPersistence.bean;
import static dev.rechat.persistence.TestPersistence.connect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.account.KeyStanding;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.account.Scope;
import dev.rechat.kernel.account.Standing;
import dev.rechat.kernel.account.Standings;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.Rows;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingsIT {

    private final Standings standings = bean(Standings.class);
    private UserId ada = Rows.IDS.nextUserId();
    private SessionId session = Rows.IDS.nextSessionId();
    private String key = "";

    @BeforeEach
    void begin() throws SQLException {
        ada = Rows.savedUser();
        session = Rows.savedSession(ada).id();
        key = Rows.IDS.next().toString().substring(4);
        run("INSERT INTO api_keys (id, user_id, identifier, secret_hash, name, scopes, created_at)" + " VALUES ('"
                + Rows.IDS.next() + "', '" + ada + "', '" + key + "', 'hash', 'ci', 'chat,read', NOW())");
    }

    @AfterEach
    void forgetSettings() throws SQLException {
        run("DELETE FROM system_settings WHERE setting_key IN ('email_verification', 'admins_need_totp')");
    }

    @Test
    void tellsWhatHoldsForTheOwnerOfASessionAndOfAKey() {
        Standing standing = new Standing(ada, Role.USER, false, false);

        assertThat(standings.ofSession(session, ada)).contains(standing);
        assertThat(standings.ofKey(key)).hasValueSatisfying(found -> {
            assertThat(found.owner()).isEqualTo(standing);
            assertThat(found.scopes()).containsExactlyInAnyOrder(Scope.CHAT, Scope.READ);
            assertThat(found.secretHash()).isEqualTo("hash");
            assertThat(found).asString().doesNotContain("hash");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"active = FALSE", "deleting_at = NOW()"})
    void knowsNothingOfAnAccountThatIsGone(String change) throws SQLException {
        run("UPDATE users SET " + change + " WHERE id = '" + ada + "'");

        assertThat(standings.ofSession(session, ada)).isEmpty();
        assertThat(standings.ofKey(key)).isEmpty();
    }

    @Test
    void knowsNothingOfASessionThatWasEndedOrIsSomebodyElses() {
        assertThat(standings.ofSession(session, Rows.savedUser())).isEmpty();

        bean(SessionRepository.class).end(session, ada, Rows.NOON);

        assertThat(standings.ofSession(session, ada)).isEmpty();
        assertThat(standings.ofSession(Rows.IDS.nextSessionId(), ada)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"revoked_at = NOW()", "expires_at = '2001-01-01'"})
    void knowsNothingOfAKeyThatIsOver(String change) throws SQLException {
        run("UPDATE api_keys SET " + change + " WHERE identifier = '" + key + "'");

        assertThat(standings.ofKey(key)).isEmpty();
        assertThat(standings.ofKey("unknown")).isEmpty();
    }

    @Test
    void asksForAVerifiedAddressOnlyWhereTheHouseWantsIt() throws SQLException {
        run("UPDATE users SET email_verified_at = NULL WHERE id = '" + ada + "'");
        assertThat(standing().emailUnverified()).isFalse();

        set("email_verification", "true");
        assertThat(standing().emailUnverified()).isTrue();

        run("UPDATE users SET email_verified_at = NOW() WHERE id = '" + ada + "'");
        assertThat(standing().emailUnverified()).isFalse();
    }

    @Test
    void asksForASecondFactorOnlyOfAdministratorsAndOnlyWhereTheHouseWantsIt() throws SQLException {
        set("admins_need_totp", "true");
        assertThat(standing().secondFactorMissing()).isFalse();

        run("UPDATE users SET role = 'ADMIN' WHERE id = '" + ada + "'");
        assertThat(standing()).isEqualTo(new Standing(ada, Role.ADMIN, false, true));
        assertThat(standings.ofKey(key).map(KeyStanding::owner)).contains(standing());

        run("INSERT INTO second_factors (user_id, secret_sealed, created_at) VALUES ('" + ada + "', 'k:s', NOW())");
        assertThat(standing().secondFactorMissing()).isTrue();

        run("UPDATE second_factors SET confirmed_at = NOW() WHERE user_id = '" + ada + "'");
        assertThat(standing().secondFactorMissing()).isFalse();

        run("DELETE FROM second_factors WHERE user_id = '" + ada + "'");
        set("admins_need_totp", "false");
        assertThat(standing().secondFactorMissing()).isFalse();
    }

    private Standing standing() {
        return standings.ofSession(session, ada).orElseThrow();
    }

    private static void set(String key, String value) throws SQLException {
        run("REPLACE INTO system_settings (setting_key, setting_value, updated_at) VALUES ('" + key + "', '" + value
                + "', NOW())");
    }

    private static void run(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
