package dev.rechat.maintenance.runlog.move;

import dev.rechat.maintenance.runlog.journey.Patience;
import dev.rechat.maintenance.runlog.kind.Kind;
import dev.rechat.runlog.RejectedRecordException;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import java.util.ArrayList;
import java.util.List;

/** Writes records into a store and finds out which ones it refuses: a batch with one is written again in halves. */
final class Delivery {

    private final RunLogStore to;
    private final Patience patience;

    Delivery(RunLogStore to, Patience patience) {
        this.to = to;
        this.patience = patience;
    }

    /** @return those that the store will never take; all others are written */
    <R> List<MoveReport.Refusal> write(Kind<R> kind, List<R> records, Visibility visibility) {
        List<MoveReport.Refusal> refused = new ArrayList<>();
        write(kind, records, visibility, refused);
        return refused;
    }

    private <R> void write(Kind<R> kind, List<R> records, Visibility visibility, List<MoveReport.Refusal> refused) {
        if (records.isEmpty()) {
            return;
        }
        try {
            patience.of(() -> {
                to.transfer().write(kind.batch(records), visibility);
                return true;
            });
        } catch (RejectedRecordException rejected) {
            if (records.size() == 1) {
                R one = records.getFirst();
                refused.add(new MoveReport.Refusal(
                        kind.type().wire(), kind.keyOf(one).id(), String.valueOf(rejected.getMessage())));
                return;
            }
            int half = records.size() / 2;
            write(kind, records.subList(0, half), visibility, refused);
            write(kind, records.subList(half, records.size()), visibility, refused);
        }
    }
}
