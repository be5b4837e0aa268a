package dev.rechat.accounts.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.accounts.audit.AuditBreak.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditPruningIT {

    private final Log log = new Log();
    private List<String> old = List.of();
    private Instant border = Instant.EPOCH;

    @BeforeEach
    void twoGenerations() {
        old = log.add(7);
        log.seal();
        log.clock.forward(Duration.ofDays(100));
        border = log.clock.instant();
        log.add(3);
        log.seal();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void takesTheOldOnesAwayAndTheRestStillVerifies() {
        AuditHead noted = log.head();

        PrunedAudit pruned = prune(border, 100);

        assertThat(pruned).isEqualTo(new PrunedAudit(7, null));
        AuditReport report = log.verify(noted);
        assertThat(report.whole()).isTrue();
        assertThat(report.checked()).isEqualTo(3);
        assertThat(report.anchor()).extracting(AuditHead::position).isEqualTo(7L);
        assertThat(log.count("audit_chain")).isEqualTo("3");
        assertThat(log.server.stored("SELECT details FROM audit_log WHERE action = 'audit_pruned'"))
                .contains("\"events\":\"7\"", "\"anchor\":\"" + report.anchor() + "\"");
    }

    @Test
    void goesOnFromTheAnchor() {
        prune(border, 4);
        assertThat(log.count("audit_chain")).isEqualTo("6");
        assertThat(log.verify().whole()).isTrue();

        log.seal();
        prune(border, 100);

        assertThat(log.verify().whole()).isTrue();
        assertThat(log.verify().checked()).isEqualTo(5 - 1);
    }

    @Test
    void countsWithoutTakingAnything() {
        assertThat(log.server.bean(AuditPruning.class).prune(border, 3, true).events())
                .isEqualTo(7);
        assertThat(log.count("audit_log")).isEqualTo("10");
        prune(border, 3);
        assertThat(log.server.bean(AuditPruning.class).prune(border, 3, true).events())
                .isEqualTo(4);
    }

    @Test
    void keepsTheNewestSealedEvent() {
        Instant future = border.plus(Duration.ofDays(1));
        assertThat(log.server.bean(AuditPruning.class).prune(future, 100, true).events())
                .isEqualTo(9);

        assertThat(prune(future, 100).events()).isEqualTo(9);

        assertThat(log.count("audit_chain")).isEqualTo("1");
        assertThat(prune(future, 100).events()).isZero();
        assertThat(log.verify().whole()).isTrue();
        log.add(2);
        log.seal();
        assertThat(log.verify().whole()).isTrue();
    }

    @Test
    void takesNothingAwayTwiceWhenTwoPruneAtOnce() throws Exception {
        log.add(1500);
        log.clock.forward(Duration.ofDays(2));
        log.add(1);
        log.seal();
        Instant before = log.clock.instant();
        try (var other = log.server.another(log.clock);
                var threads = java.util.concurrent.Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> prune(before, 5000).events());
            var second = threads.submit(() ->
                    other.bean(AuditPruning.class).prune(before, 5000, false).events());

            assertThat(first.get() + second.get()).isEqualTo(1510);
        }
        assertThat(log.verify().whole()).isTrue();
    }

    @Test
    void writesDownOnceWhatSeveralTransactionsTook() {
        log.add(1100);
        log.clock.forward(Duration.ofDays(2));
        log.add(1);
        log.seal();

        assertThat(prune(log.clock.instant(), 5000).events()).isEqualTo(1110);

        assertThat(log.server.stored("SELECT GROUP_CONCAT(details) FROM audit_log WHERE action = 'audit_pruned'"))
                .contains("\"events\":\"1110\"", "\"anchor\":\"1110:");
        assertThat(log.server.stored("SELECT COUNT(*) FROM audit_log WHERE action = 'audit_pruned'"))
                .isEqualTo("1");
    }

    @Test
    void saysSoWhenANotedHeadCannotBeComparedAnyMore() {
        AuditHead forged = new AuditHead(3, "b".repeat(64));
        prune(border, 100);

        AuditReport report = log.verify(forged);

        assertThat(report.headRemoved()).isTrue();
        assertThat(report.broken()).isNull();
        assertThat(report.next()).isNull();
        assertThat(report.whole()).isFalse();
        assertThat(log.verify(report.anchor()).headRemoved()).isFalse();
        assertThat(log.verify(report.anchor()).whole()).isTrue();
    }

    @Test
    void sweepsNoEvidenceAway() {
        log.server.sql("UPDATE audit_log SET address = '' WHERE id = '" + old.get(2) + "'");

        PrunedAudit pruned = prune(border, 100);

        assertThat(pruned).isEqualTo(new PrunedAudit(2, new AuditBreak(Kind.CHANGED, 3, old.get(2))));
        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.CHANGED, 3, old.get(2)));
    }

    @Test
    void touchesNothingWhenTheStateOfTheChainWasChanged() {
        log.server.sql("UPDATE system_settings SET setting_value = '{}' WHERE setting_key = 'audit_chain'");

        assertThat(prune(border, 100)).isEqualTo(new PrunedAudit(0, new AuditBreak(Kind.STATE, 0, null)));
        assertThat(log.count("audit_log")).isEqualTo("10");
    }

    @Test
    void isNotHeldUpByAnEventOfAClockThatWasAhead() {
        log.clock.forward(Duration.ofDays(1));
        log.add(log.clock.instant().plus(Duration.ofDays(4000)));
        log.seal();
        log.clock.forward(Duration.ofDays(100));
        Instant later = log.clock.instant();
        log.add(1);
        log.seal();

        assertThat(prune(later, 100).events()).isEqualTo(11);
    }

    @Test
    void noticesWhenMoreIsTakenAwayThanRetentionTook() {
        prune(border, 4);
        log.server.sql("DELETE FROM audit_log WHERE id = '" + old.get(4) + "'");
        log.server.sql("DELETE FROM audit_chain WHERE position = 5");

        assertThat(log.verify().broken()).isEqualTo(new AuditBreak(Kind.ORDER, 5, null));
    }

    private PrunedAudit prune(Instant before, int limit) {
        return log.server.bean(AuditPruning.class).prune(before, limit, false);
    }
}
