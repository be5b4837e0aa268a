package dev.rechat.maintenance.runlog.move;

import dev.rechat.maintenance.run.Problems;
import dev.rechat.maintenance.runlog.journey.Journey;
import dev.rechat.maintenance.runlog.journey.Journeys;
import dev.rechat.maintenance.runlog.journey.Patience;
import dev.rechat.maintenance.runlog.journey.TransferBusyException;
import dev.rechat.maintenance.runlog.kind.Kinds;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.RejectedRecordException;
import dev.rechat.runlog.RunLogUnavailableException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves records from one store into another while runs go on; nothing is removed from the first one. Whatever ends it, the
 * same wish again goes on where it was, on any machine. Blocks; not to be called within a transaction.
 */
@Singleton
public final class RunLogMove {

    private static final Logger LOG = LoggerFactory.getLogger(RunLogMove.class);

    /** While the source is written to there is always something new; who switches over moves once more. */
    private static final int MOST_ROUNDS = 5;

    private final Journeys journeys;

    RunLogMove(Journeys journeys) {
        this.journeys = journeys;
    }

    /** How much there is to read. Changes nothing. */
    public MoveReport count(MoveWish wish) {
        List<MoveReport.Kind> kinds = wish.types().stream()
                .map(type -> {
                    long due = wish.from().transfer().count(type, wish.tenant(), wish.range());
                    return new MoveReport.Kind(type.wire(), due, 0, 0, 0, 0, false, false, null);
                })
                .toList();
        return new MoveReport(kinds, 0, List.of());
    }

    /**
     * Does it. A kind that fails keeps no other.
     *
     * @param stop asked before each batch
     * @throws TransferBusyException when another process is at one of the kinds
     */
    public MoveReport move(MoveWish wish, BooleanSupplier stop, MoveWatch watch) {
        Patience patience = Patience.ofMinute(stop);
        List<KindMove<?>> moves = new ArrayList<>();
        wish.types().forEach(type -> moves.add(new KindMove<>(wish, Kinds.of(type), patience, watch)));
        each(wish, moves, (move, journey) -> move.walkAll(journey, stop));
        // Together, for while one kind is walked through the others are written to.
        int rounds = 0;
        do {
            each(wish, moves, (move, journey) -> move.catchUp(journey, stop));
            rounds++;
        } while (rounds < MOST_ROUNDS && moves.stream().anyMatch(move -> move.live() && !move.early()));
        List<MoveReport.Refusal> refused = new ArrayList<>();
        moves.forEach(move -> refused.addAll(move.refused()));
        long behind = 0;
        if (wish.types().contains(RecordType.WORKFLOW_RUNS) && moves.stream().noneMatch(KindMove::early)) {
            OpenRuns open = new OpenRuns(wish, patience);
            behind = open.follow(stop);
            refused.addAll(open.refused());
        }
        List<MoveReport.Kind> kinds = moves.stream().map(KindMove::report).toList();
        kinds.forEach(watch::ended);
        return new MoveReport(kinds, behind, refused);
    }

    private void each(MoveWish wish, List<KindMove<?>> moves, BiConsumer<KindMove<?>, Journey> step) {
        for (KindMove<?> move : moves) {
            if (!move.early()) {
                try (Journey journey = journeys.begin(wish.key(move.type()))) {
                    attempt(move, journey, step);
                }
            }
        }
    }

    private static void attempt(KindMove<?> move, Journey journey, BiConsumer<KindMove<?>, Journey> step) {
        try {
            step.accept(move, journey);
        } catch (RunLogUnavailableException | RejectedRecordException failure) {
            LOG.warn("moving {} ended early", move.type().wire(), failure);
            move.failed(String.valueOf(failure.getMessage()));
        } catch (TransferBusyException taken) {
            throw taken;
        } catch (RuntimeException failure) { // one kind's entry point: the others go on
            LOG.error("moving {} failed", move.type().wire(), failure);
            move.failed(Problems.of(failure));
        }
    }
}
