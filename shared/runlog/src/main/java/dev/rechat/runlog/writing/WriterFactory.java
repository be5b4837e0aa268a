package dev.rechat.runlog.writing;

import dev.rechat.kernel.signal.Meters;
import dev.rechat.kernel.task.Afterwards;
import dev.rechat.runlog.RunLogStore;
import dev.rechat.runlog.StoreName;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.exceptions.DisabledBeanException;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the writer, when the first record is told. */
@Factory
final class WriterFactory {

    /** Some hundred turns of large graphs, in less memory than one large answer of Dify may take. */
    private static final int MOST_RECORDS = 10_000;

    private static final long MOST_BYTES = 32L * 1024 * 1024;

    /** @throws DisabledBeanException when the store that was chosen is not there: nothing is recorded then */
    @Singleton
    @Bean(preDestroy = "close")
    RunLogWriter writer(
            WritingConfiguration configuration,
            List<RunLogStore> stores,
            Optional<Cutting> cutting,
            JsonMapper json,
            Meters meters,
            Afterwards afterwards,
            @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
            Clock clock) {
        RunLogStore chosen = find(stores, configuration.chosen());
        if (chosen == null) {
            throw new DisabledBeanException("no store of run logs");
        }
        RunLogStore fallback = chosen.name() == StoreName.MYSQL ? null : find(stores, StoreName.MYSQL);
        WriteQueue queue = new WriteQueue(MOST_RECORDS, MOST_BYTES);
        WritingSignals signals = new WritingSignals(meters);
        RoundWriting rounds = new RoundWriting(cutting.orElse(Cutting.NONE), json, clock);
        Draining draining = new Draining(
                queue, rounds, chosen, fallback, configuration.fallbackAfter(), signals, System::nanoTime);
        return new RunLogWriter(queue, draining, signals, afterwards, scheduler);
    }

    private static @Nullable RunLogStore find(List<RunLogStore> stores, StoreName name) {
        return stores.stream()
                .filter(store -> store.name() == name)
                .findFirst()
                .orElse(null);
    }
}
