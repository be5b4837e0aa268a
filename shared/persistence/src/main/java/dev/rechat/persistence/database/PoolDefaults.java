package dev.rechat.persistence.database;

import dev.rechat.kernel.signal.Meters;
import dev.rechat.kernel.signal.MetricName;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * What every pool of ours has in common, whatever URL it was given: it opens when first asked (a cold function must
 * not wait for a connection it may not need), it gives up in seconds, and times are UTC on the wire. Statements are
 * prepared by the driver, not by the server: one round trip less on a cold connection, no session pinned in a proxy, and
 * MariaDB takes no time after January 2038 through the server's own. Waits are counted here, so Micronaut's own metrics of the
 * pool must be off ({@code micronaut.metrics.binders.jdbc.enabled}): a pool takes one of the two.
 */
@Singleton
final class PoolDefaults implements BeanCreatedEventListener<DatasourceConfiguration> {

    private final Duration patience;
    private final Meters meters;

    PoolDefaults(@Value("${" + DatabaseRule.PATIENCE + ":5s}") Duration patience, Meters meters) {
        this.patience = patience;
        this.meters = meters;
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration pool = event.getBean();
        pool.setInitializationFailTimeout(-1);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(patience.toMillis());
        pool.addDataSourceProperty("connectionTimeZone", "UTC");
        pool.addDataSourceProperty("forceConnectionTimeZoneToSession", "true");
        pool.addDataSourceProperty("characterEncoding", "utf-8");
        pool.addDataSourceProperty("connectTimeout", String.valueOf(patience.toMillis()));
        pool.addDataSourceProperty("cachePrepStmts", "true");
        // A batch is one round trip.
        pool.addDataSourceProperty("rewriteBatchedStatements", "true");
        // Nobody but the driver changes the state of a session: what has not changed is not said again.
        pool.addDataSourceProperty("useLocalSessionState", "true");
        pool.addDataSourceProperty("readOnlyPropagatesToServer", "false");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.setMetricsTrackerFactory((_, _) -> new PoolWaits(meters.timer(MetricName.POOL_WAIT)));
        return pool;
    }
}
