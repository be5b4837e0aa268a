package dev.rechat.maintenance.runlog.journey;

import dev.rechat.kernel.error.FailureTranslator;
import dev.rechat.maintenance.run.Problems;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.transfer.TransferStateRepository;
import dev.rechat.runlog.RunLogUnavailableException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/** What is noted of journeys, asked with as much patience as the stores: a database that is busy for a moment ends none. */
@Singleton
final class Checkpoints {

    private final TransferStateRepository states;
    private final List<FailureTranslator> translators;
    private final Patience some;
    private final Patience much;

    @Inject
    Checkpoints(TransferStateRepository states, List<FailureTranslator> translators) {
        this(states, translators, Patience.ofSeconds(), Patience.ofMinute(() -> false));
    }

    Checkpoints(TransferStateRepository states, List<FailureTranslator> translators, Patience some, Patience much) {
        this.states = states;
        this.translators = translators;
        this.some = some;
        this.much = much;
    }

    /** For what has not begun. */
    <T> T soon(Function<TransferStateRepository, T> call) {
        return some.of(() -> told(call));
    }

    /** For what is the better part of a long journey. */
    <T> T atLast(Function<TransferStateRepository, T> call) {
        return much.of(() -> told(call));
    }

    private <T> T told(Function<TransferStateRepository, T> call) {
        try {
            return Deadlocks.retry(() -> call.apply(states));
        } catch (RuntimeException failure) {
            if (translators.stream()
                    .noneMatch(translator -> translator.translate(failure).isPresent())) {
                throw failure;
            }
            throw new RunLogUnavailableException(Problems.of(failure), failure);
        }
    }
}
