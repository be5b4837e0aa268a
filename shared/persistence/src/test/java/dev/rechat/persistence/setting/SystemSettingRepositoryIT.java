package dev.rechat.persistence.setting;

import static dev.rechat.persistence.TestPersistence.bean;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.persistence.Rows;
import dev.rechat.persistence.Together;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class SystemSettingRepositoryIT {

    private final SystemSettingRepository settings = bean(SystemSettingRepository.class);

    @SuppressWarnings("unchecked")
    private final TransactionOperations<Connection> transactions = bean(TransactionOperations.class);

    private final String key = "test." + UUID.randomUUID();

    @Test
    void letsOneOfManyCallersClaim() throws Exception {
        var changed = Together.call(() -> settings.claim(key, "\"mine\"", Rows.NOON));

        assertThat(changed).containsOnlyOnce(1L);
        assertThat(Collections.frequency(changed, 0L)).isEqualTo(Together.CALLERS - 1);
        assertThat(settings.findBySettingKey(key)).contains(new SystemSetting(key, "\"mine\"", Rows.NOON, null));
    }

    @Test
    void keepsTheFirstValue() {
        settings.claim(key, "1", Rows.NOON);

        assertThat(settings.claim(key, "2", Rows.NOON.plusSeconds(1))).isZero();

        assertThat(settings.findBySettingKey(key)).contains(new SystemSetting(key, "1", Rows.NOON, null));
    }

    @Test
    void mayBeClaimedAgainAfterARollback() {
        assertThatThrownBy(() -> transactions.executeWrite(status -> {
                    assertThat(settings.claim(key, "1", Rows.NOON)).isEqualTo(1);
                    throw new IllegalStateException("the rest of the registration failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(settings.findBySettingKey(key)).isEmpty();
        assertThat(settings.claim(key, "2", Rows.NOON)).isEqualTo(1);
    }

    @Test
    void waitsForAnUndecidedClaimAndWinsWhenItIsRolledBack() throws Exception {
        CountDownLatch claimed = new CountDownLatch(1);
        CompletableFuture<Void> decision = new CompletableFuture<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<?> first = threads.submit(() -> transactions.executeWrite(status -> {
                settings.claim(key, "1", Rows.NOON);
                claimed.countDown();
                decision.join();
                status.setRollbackOnly();
                return null;
            }));
            assertThat(claimed.await(10, TimeUnit.SECONDS)).isTrue();

            Future<Long> second = threads.submit(() -> settings.claim(key, "2", Rows.NOON));

            assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            decision.complete(null);
            first.get(10, TimeUnit.SECONDS);
            assertThat(second).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(1L);
        }
        assertThat(settings.findBySettingKey(key).orElseThrow().settingValue()).isEqualTo("2");
    }
}
