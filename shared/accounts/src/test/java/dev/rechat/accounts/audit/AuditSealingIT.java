package dev.rechat.accounts.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.accounts.AccountsServer;
import dev.rechat.accounts.audit.AuditBreak.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditSealingIT {

    private static final String OLD = AccountsServer.SECRETS_KEY;
    private static final String NEW = "new:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    private final Log log = new Log();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void sealsNothingInAnEmptyHouse() {
        assertThat(log.seal()).isZero();
        assertThat(log.verify().whole()).isTrue();
        assertThat(log.verify().head()).isNull();
    }

    @Test
    void sealsOnlyAsManyAsItMayAndGoesOnLater() {
        log.add(450);
        AuditSealing sealing = log.server.bean(AuditSealing.class);

        assertThat(sealing.waiting(1000)).isEqualTo(450);
        assertThat(sealing.round(250)).isEqualTo(250);
        assertThat(sealing.waiting(1000)).isEqualTo(200);
        assertThat(sealing.waiting(10)).isEqualTo(10);
        assertThat(sealing.round(250)).isEqualTo(200);
        assertThat(sealing.round(250)).isZero();
        assertThat(log.verify().checked()).isEqualTo(450);
        assertThat(log.verify().whole()).isTrue();
    }

    @Test
    void sealsWhatTheApplicationWrites() {
        log.server
                .bean(Audit.class)
                .record(AuditAction.SETTING_CHANGED, Log.ACTOR, Audit.SETTING, "banner", Map.of("to", "猫 😀 \"'\\"));

        assertThat(log.seal()).isEqualTo(1);
        assertThat(log.verify().whole()).isTrue();
    }

    @Test
    void findsWhatWasCommittedLate() {
        Instant begun = log.clock.instant();
        log.clock.forward(Duration.ofMinutes(59));
        log.add(3);
        log.seal();

        log.add(begun);

        assertThat(log.seal()).isEqualTo(1);
        assertThat(log.verify().whole()).isTrue();
        assertThat(log.head().position()).isEqualTo(4);
    }

    @Test
    void goesOnAfterAnInstanceWhoseClockIsAhead() {
        log.add(2);
        log.add(log.clock.instant().plus(Duration.ofDays(400)));
        log.seal();

        log.clock.forward(Duration.ofHours(5));
        log.add(2);

        assertThat(log.verify().unsealed()).isEqualTo(2);
        assertThat(log.seal()).isEqualTo(2);
        assertThat(log.verify().whole()).isTrue();
    }

    @Test
    void catchesUpAfterALongPauseOfSealing() {
        log.add(2);
        log.seal();
        log.clock.forward(Duration.ofDays(3));
        log.add(2);
        log.clock.forward(Duration.ofDays(3));
        log.add(2);

        assertThat(log.verify().broken()).isNull();
        assertThat(log.verify().unsealed()).isEqualTo(4);
        assertThat(log.seal()).isEqualTo(4);
        assertThat(log.verify().whole()).isTrue();
    }

    @Test
    void makesOneChainWhenSeveralSealAtOnce() throws Exception {
        log.add(900);
        try (AccountsServer other = log.server.another(log.clock);
                var threads = Executors.newFixedThreadPool(6)) {
            var start = new CyclicBarrier(6);
            List<Future<Long>> rounds = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                AuditSealing sealing = (i % 2 == 0 ? log.server : other).bean(AuditSealing.class);
                rounds.add(threads.submit(() -> {
                    start.await();
                    return sealing.round(1000);
                }));
            }
            long sealed = 0;
            for (Future<Long> round : rounds) {
                sealed += round.get();
            }

            assertThat(sealed).isEqualTo(900);
        }
        assertThat(log.verify().whole()).isTrue();
        assertThat(log.verify().checked()).isEqualTo(900);
    }

    @Test
    void verifiesWithOldKeysAsLongAsTheyAreConfigured() {
        log.add(2);
        log.seal();
        try (AccountsServer rotated = log.server.another(log.clock, NEW + "," + OLD)) {
            log.add(2);
            rotated.bean(AuditSealing.class).round(10);

            assertThat(rotated.bean(AuditVerification.class)
                            .whole(null, _ -> {})
                            .whole())
                    .isTrue();
            assertThat(log.server.stored("SELECT GROUP_CONCAT(key_id ORDER BY position) FROM audit_chain"))
                    .isEqualTo("test,test,new,new");
        }
        try (AccountsServer forgetful = log.server.another(log.clock, NEW)) {
            AuditReport report = forgetful.bean(AuditVerification.class).whole(null, _ -> {});

            assertThat(Objects.requireNonNull(report.broken()).kind()).isEqualTo(Kind.UNKNOWN_KEY);
            assertThat(report.broken().position()).isEqualTo(1);
        }
    }

    @Test
    void verifiesInStepsOfAnySize() {
        log.add(30);
        log.seal();
        log.add(4);
        AuditVerification verification = log.server.bean(AuditVerification.class);

        for (int rows : List.of(1, 7, 10, 34, 1000)) {
            AuditReport report = verification.step(AuditProgress.begin(null), rows);
            while (report.next() != null) {
                report = verification.step(report.next(), rows);
            }
            assertThat(report.whole()).as("%s rows", rows).isTrue();
            assertThat(report.checked()).isEqualTo(30);
            assertThat(report.unsealed()).isEqualTo(4);
        }
    }
}
