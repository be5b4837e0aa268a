package dev.rechat.accounts.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.accounts.audit.AuditBreak.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever can write into the database, but has not the keys. */
class ChangesOfTheAuditLogAreNoticedIT {

    private final Log log = new Log();
    private List<String> events = List.of();
    private AuditHead noted = AuditHead.BEGINNING;

    @BeforeEach
    void sealSix() {
        events = log.add(6);
        log.seal();
        noted = log.head();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void nothingIsWrongWhenNothingWasChanged() {
        log.add(2);

        AuditReport report = log.verify(noted);

        assertThat(report.whole()).isTrue();
        assertThat(report.checked()).isEqualTo(6);
        assertThat(report.unsealed()).isEqualTo(2);
        assertThat(report.head()).isEqualTo(noted);
        assertThat(noted.position()).isEqualTo(6);
        assertThat(AuditHead.parse(noted.toString())).contains(noted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "at          | at + INTERVAL 1 SECOND",
                "at          | at + INTERVAL 1000 MICROSECOND",
                "actor_id    | NULL",
                "actor_id    | '01890a5d-ac96-774b-bcce-b302099a8058'",
                "action      | 'session_ended'",
                "target_type | 'app'",
                "target_id   | ''",
                "address     | '192.0.2.2'",
                "user_agent  | 'Browser 犬'",
                "request_id  | 'other'",
                "details     | '{}'",
                "details     | CONCAT(details, ' ')",
            })
    void everyColumnOfAnEvent(String column, String value) {
        log.server.sql("UPDATE audit_log SET " + column + " = " + value + " WHERE id = '" + events.get(3) + "'");

        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.CHANGED, 4, events.get(3)));
    }

    @Test
    void partsThatMoveFromOneColumnToTheNext() {
        log.server.sql("UPDATE audit_log SET target_id = CONCAT(target_id, address), address = '' WHERE id = '"
                + events.get(3) + "'");

        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.CHANGED, 4, events.get(3)));
    }

    @Test
    void theNewestEvent() {
        log.server.sql("UPDATE audit_log SET details = '{}' WHERE id = '" + events.get(5) + "'");

        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.CHANGED, 6, events.get(5)));
    }

    @Test
    void anEventThatIsTakenOut() {
        log.server.sql("DELETE FROM audit_log WHERE id = '" + events.get(1) + "'");

        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.MISSING, 2, events.get(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void anEventThatIsTakenOutWithItsSeal(int index) {
        log.server.sql("DELETE FROM audit_log WHERE id = '" + events.get(index) + "'");
        log.server.sql("DELETE FROM audit_chain WHERE position = " + (index + 1));

        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.ORDER, index + 1, null));
    }

    @Test
    void anEventThatIsTakenOutAndTheRestMovedUp() {
        log.server.sql("DELETE FROM audit_log WHERE id = '" + events.get(1) + "'");
        log.server.sql("DELETE FROM audit_chain WHERE position = 2");
        log.server.sql("UPDATE audit_chain SET position = position - 1 WHERE position > 2 ORDER BY position");

        assertThat(kind(log.verify())).isEqualTo(Kind.ORDER);
        assertThat(position(log.verify())).isEqualTo(2);
    }

    @Test
    void eventsThatChangePlaces() {
        log.server.sql("UPDATE audit_chain SET event_id = 'x' WHERE position = 2");
        log.server.sql("UPDATE audit_chain SET event_id = '" + events.get(1) + "' WHERE position = 3");
        log.server.sql("UPDATE audit_chain SET event_id = '" + events.get(2) + "' WHERE position = 2");

        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.ORDER, 2, events.get(2)));
    }

    @Test
    void sealsThatChangePlaces() {
        log.server.sql("UPDATE audit_chain SET position = 20 WHERE position = 2");
        log.server.sql("UPDATE audit_chain SET position = 2 WHERE position = 3");
        log.server.sql("UPDATE audit_chain SET position = 3 WHERE position = 20");

        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.ORDER, 2, events.get(2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hash      | REPEAT('0', 64)              | ORDER",
                "sealed_at | sealed_at + INTERVAL 1 SECOND | CHANGED",
                "key_id    | 'other'                      | UNKNOWN_KEY",
            })
    void everyColumnOfASeal(String column, String value, Kind kind) {
        log.server.sql("UPDATE audit_chain SET " + column + " = " + value + " WHERE position = 4");

        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(kind, 4, events.get(3)));
    }

    @Test
    void anEventThatIsSlippedInLater() {
        log.clock.forward(Duration.ofHours(3));
        log.add(1);
        log.seal();

        String slipped = log.add(log.clock.instant().minus(Duration.ofMinutes(61)));
        log.seal();

        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.INSERTED, 0, slipped));
    }

    @Test
    void anEventAndASealThatAreMadeUp() {
        String made = log.add(1).getFirst();
        log.server.sql("INSERT INTO audit_chain SELECT 7, '" + made + "', key_id, REPEAT('a', 64), sealed_at"
                + " FROM audit_chain WHERE position = 6");

        assertThat(position(log.verify())).isEqualTo(7);
        log.add(3);
        log.seal();
        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.ORDER, 7, made));
    }

    @Test
    void anEndThatIsCutOff() {
        cutAfter(3);

        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.CUT_OFF, 4, null));
        log.add(4);
        log.seal();
        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.ORDER, 4, null));
    }

    @Test
    void anEndThatIsCutOffTogetherWithWhatWasKeptOfIt() {
        cutAfter(6);
        String state = state();
        log.add(2);
        log.seal();
        AuditHead later = log.head();

        cutAfter(6);
        log.server.sql("UPDATE system_settings SET setting_value = '" + state + "' WHERE setting_key = 'audit_chain'");

        assertThat(log.verify(noted).whole()).isTrue();
        assertThat(log.verify(later).broken()).isEqualTo(new AuditBreak(Kind.CUT_OFF, 7, null));
        log.add(5);
        log.seal();
        assertThat(kind(log.verify(later))).isEqualTo(Kind.OTHER_HEAD);
        assertThat(log.verify(noted).whole()).isTrue();
    }

    @Test
    void everythingThatIsTakenAway() {
        cutAfter(0);

        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.CUT_OFF, 1, null));
        log.server.sql("DELETE FROM system_settings WHERE setting_key = 'audit_chain'");
        assertThat(log.verify().whole()).isTrue();
        assertThat(log.verify(noted).broken()).isEqualTo(new AuditBreak(Kind.CUT_OFF, 1, null));
        log.add(9);
        log.seal();
        assertThat(kind(log.verify(noted))).isEqualTo(Kind.OTHER_HEAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM system_settings", "UPDATE system_settings SET setting_value = 'null'"})
    void aLogThatIsRewrittenAndWhoseSealsAreTakenAway(String statement) {
        log.clock.forward(Duration.ofHours(2));
        log.add(1);
        log.server.sql("UPDATE audit_log SET actor_id = NULL");
        log.server.sql("DELETE FROM audit_chain");
        log.server.sql(statement + " WHERE setting_key = 'audit_chain'");

        assertThatThrownBy(log::seal).isInstanceOf(SealingRefusedException.class);
        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.STATE, 0, null));
        assertThat(log.count("audit_chain")).isEqualTo("0");
    }

    @Test
    void aRewrittenLogWhoseIdsLookNew() {
        log.server.sql("DELETE FROM audit_chain");
        log.server.sql("DELETE FROM system_settings WHERE setting_key = 'audit_chain'");
        log.server.sql("UPDATE audit_log SET at = at - INTERVAL 2 HOUR WHERE id = '" + events.get(4) + "'");

        assertThatThrownBy(log::seal).isInstanceOf(SealingRefusedException.class);
        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.STATE, 0, null));
    }

    @Test
    void whatAnOperatorBeginsAnew() {
        log.clock.forward(Duration.ofHours(2));
        AuditSealing sealing = log.server.bean(AuditSealing.class);
        assertThat(sealing.begin()).as("there are seals").isFalse();
        log.server.sql("DELETE FROM audit_chain");
        log.server.sql("UPDATE system_settings SET setting_value = '{}' WHERE setting_key = 'audit_chain'");
        assertThatThrownBy(log::seal).isInstanceOf(SealingRefusedException.class);

        assertThat(sealing.begin()).isTrue();

        assertThat(log.verify().whole()).isTrue();
        assertThat(log.verify().late()).isEqualTo(6);
        assertThat(log.server.stored("SELECT action FROM audit_log ORDER BY id DESC LIMIT 1"))
                .isEqualTo("audit_begun");
        assertThat(kind(log.verify(noted))).isEqualTo(Kind.OTHER_HEAD);
        assertThat(sealing.begin()).isFalse();
    }

    @Test
    void anEventThatIsSlippedInWithinTheHourCountsAsLate() {
        log.add(log.clock.instant().minus(Duration.ofMinutes(9)));
        String slipped = log.add(log.clock.instant().minus(Duration.ofMinutes(30)));
        String backDated = log.add(1).getFirst();
        log.server.sql("UPDATE audit_log SET at = at - INTERVAL 20 DAY WHERE id = '" + backDated + "'");
        log.seal();

        assertThat(log.verify().whole()).isTrue();
        assertThat(log.verify().late()).as("%s, %s", slipped, backDated).isEqualTo(2);
    }

    @Test
    void anotherBeginning() {
        log.server.sql("DELETE FROM audit_log WHERE id <= '" + events.get(2) + "'");
        log.server.sql("DELETE FROM audit_chain WHERE position <= 3");
        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.ORDER, 1, null));

        log.server.sql("UPDATE system_settings SET setting_value = REPLACE(setting_value,"
                + " '\"anchor\":\"0:', '\"anchor\":\"3:') WHERE setting_key = 'audit_chain'");
        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.STATE, 0, null));

        log.add(1);
        assertThat(log.seal()).isEqualTo(1);
        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.STATE, 0, null));
    }

    @Test
    void whatWasKeptOfTheEndIsTakenAway() {
        log.server.sql("DELETE FROM system_settings WHERE setting_key = 'audit_chain'");
        log.add(1);
        log.seal();

        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.STATE, 0, null));
    }

    @Test
    void theHeadOfAnotherHouse() {
        var other = new AuditHead(3, "b".repeat(64));

        assertThat(log.verify(other).broken()).isEqualTo(new AuditBreak(Kind.OTHER_HEAD, 3, events.get(2)));
    }

    private void cutAfter(int position) {
        log.server.sql("DELETE FROM audit_log WHERE id IN (SELECT event_id FROM audit_chain WHERE position > "
                + position + ")");
        log.server.sql("DELETE FROM audit_chain WHERE position > " + position);
    }

    private String state() {
        return log.server.stored("SELECT setting_value FROM system_settings WHERE setting_key = 'audit_chain'");
    }

    private static Kind kind(AuditReport report) {
        return Objects.requireNonNull(report.broken()).kind();
    }

    private static long position(AuditReport report) {
        return Objects.requireNonNull(report.broken()).position();
    }
}
