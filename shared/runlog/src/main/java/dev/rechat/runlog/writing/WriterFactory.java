package dev.rechat.runlog.writing;

import dev.rechat.kernel.signal.Meters;
import dev.rechat.kernel.task.Afterwards;
import dev.rechat.runlog.payload.Offloading;
import dev.rechat.runlog.settings.RunLogConfiguration;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.StoreName;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.DisabledBeanException;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the writer, when the first record is told; none without a database, in which a run has no turn. */
@Factory
final class WriterFactory {

    /** Some hundred turns of large graphs, in less memory than one large answer of Dify may take. */
    private static final int MOST_RECORDS = 10_000;

    private static final long MOST_BYTES = 32L * 1024 * 1024;

    /** @throws DisabledBeanException when the store that was chosen is not there: nothing is recorded then */
    @Requires(property = "datasources.default.url")
    @Singleton
    @Bean(preDestroy = "close")
    RunLogWriter writer(
            RunLogConfiguration configuration,
            RunLogStores stores,
            Offloading offloading,
            JsonMapper json,
            Meters meters,
            Afterwards afterwards,
            @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
            Clock clock) {
        RunLogStore chosen = stores.find(configuration.chosen())
                .orElseThrow(() -> new DisabledBeanException("no store of run logs"));
        RunLogStore fallback = chosen.name() == StoreName.MYSQL
                ? null
                : stores.find(StoreName.MYSQL).orElse(null);
        WriteQueue queue = new WriteQueue(MOST_RECORDS, MOST_BYTES);
        WritingSignals signals = new WritingSignals(meters);
        RoundWriting rounds = new RoundWriting(offloading::cut, offloading::cut, json, clock);
        Draining draining =
                new Draining(queue, rounds, chosen, fallback, configuration.fallbackAfter(), signals, System::nanoTime);
        return new RunLogWriter(queue, draining, signals, afterwards, scheduler);
    }
}
