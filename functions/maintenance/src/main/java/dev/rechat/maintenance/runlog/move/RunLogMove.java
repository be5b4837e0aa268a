package dev.rechat.maintenance.runlog.move;

import dev.rechat.maintenance.run.Problems;
import dev.rechat.maintenance.runlog.kind.Kind;
import dev.rechat.maintenance.runlog.kind.Kinds;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.RejectedRecordException;
import dev.rechat.runlog.RunLogUnavailableException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
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
        Patience patience = new Patience(Patience.FIRST, stop);
        List<MoveReport.Kind> kinds = new ArrayList<>();
        List<MoveReport.Refusal> refused = new ArrayList<>();
        for (RecordType type : wish.types()) {
            MoveReport.Kind kind = move(wish, Kinds.of(type), patience, stop, watch, refused);
            watch.ended(kind);
            kinds.add(kind);
        }
        long behind = 0;
        if (wish.types().contains(RecordType.WORKFLOW_RUNS) && kinds.stream().noneMatch(RunLogMove::early)) {
            OpenRuns open = new OpenRuns(wish, patience);
            behind = open.follow(stop);
            refused.addAll(open.refused());
        }
        return new MoveReport(kinds, behind, refused);
    }

    private <R> MoveReport.Kind move(
            MoveWish wish,
            Kind<R> kind,
            Patience patience,
            BooleanSupplier stop,
            MoveWatch watch,
            List<MoveReport.Refusal> refused) {
        try (Journey journey = journeys.begin(wish.key(kind.type()))) {
            KindMove<R> move = new KindMove<>(wish, kind, journey, patience, watch);
            try {
                return move.report(!move.run(stop));
            } catch (RunLogUnavailableException | RejectedRecordException failure) {
                LOG.warn("moving {} ended early", kind.type().wire(), failure);
                return failed(move.report(false), String.valueOf(failure.getMessage()));
            } catch (TransferBusyException taken) {
                throw taken;
            } catch (RuntimeException failure) { // one kind's entry point: the others go on
                LOG.error("moving {} failed", kind.type().wire(), failure);
                return failed(move.report(false), Problems.of(failure));
            } finally {
                refused.addAll(move.refused());
            }
        }
    }

    private static boolean early(MoveReport.Kind kind) {
        return kind.stopped() || kind.problem() != null;
    }

    private static MoveReport.Kind failed(MoveReport.Kind kind, String problem) {
        return new MoveReport.Kind(
                kind.type(),
                kind.due(),
                kind.read(),
                kind.written(),
                kind.refused(),
                kind.passes(),
                kind.live(),
                false,
                problem);
    }
}
