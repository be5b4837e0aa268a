package dev.rechat.maintenance.runlog.move;

import dev.rechat.maintenance.runlog.journey.Journey;
import dev.rechat.maintenance.runlog.journey.Patience;
import dev.rechat.maintenance.runlog.kind.Kind;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.RejectedRecordException;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Moves one kind: a walk over all of it in the order of time, each batch noted when it has arrived; then passes over what began
 * since shortly before the one before did, which write only what differs. For one thread.
 */
final class KindMove<R> {

    /** How long after it began a record may first be found in the source: writers wait, and clocks differ. */
    static final Duration MARGIN = Duration.ofMinutes(15);

    /** So many refused ones are named; with more something is wrong with the target, not with them. */
    private static final int MOST_REFUSED = 1_000;

    private final MoveWish wish;
    private final Kind<R> kind;
    private final Patience patience;
    private final Delivery delivery;
    private final MoveWatch watch;
    private final Set<MoveReport.Refusal> refused = new LinkedHashSet<>();
    private long read;
    private long written;
    private int passes;
    private boolean live;
    private boolean stopped;
    private @Nullable String problem;

    KindMove(MoveWish wish, Kind<R> kind, Patience patience, MoveWatch watch) {
        this.wish = wish;
        this.kind = kind;
        this.patience = patience;
        this.delivery = new Delivery(wish.to(), patience);
        this.watch = watch;
    }

    RecordType type() {
        return kind.type();
    }

    List<MoveReport.Refusal> refused() {
        return List.copyOf(refused);
    }

    /** Whether the last pass found something new. */
    boolean live() {
        return live;
    }

    /** Whether it is over before its end. */
    boolean early() {
        return stopped || problem != null;
    }

    void failed(String why) {
        problem = why;
    }

    MoveReport.Kind report() {
        return new MoveReport.Kind(
                kind.type().wire(), 0, read, written, refused.size(), passes, live, stopped, problem);
    }

    /** The walk over all; nothing where an earlier attempt has done it. */
    void walkAll(Journey journey, BooleanSupplier stop) {
        if (wish.restart()) {
            journey.restart();
        }
        if (journey.state().pass() > 0) {
            return;
        }
        long total = patience.of(() -> wish.from().transfer().count(kind.type(), wish.tenant(), range(journey)));
        watch.begun(kind.type(), 0, journey.state().recordsRead(), total);
        if (walk(journey, stop)) {
            journey.nextPass(shortlyBefore(journey.state().passBeganAt()));
        }
    }

    /** One more pass over what came last. */
    void catchUp(Journey journey, BooleanSupplier stop) {
        if (journey.state().finishedAt() != null) {
            journey.nextPass(shortlyBefore(journey.state().passBeganAt()));
        }
        watch.begun(kind.type(), journey.state().pass(), 0, 0);
        long before = written;
        if (walk(journey, stop)) {
            passes++;
            live = written > before;
            journey.finish();
        }
    }

    /** @return whether the pass came to its end */
    private boolean walk(Journey journey, BooleanSupplier stop) {
        while (!stop.getAsBoolean()) {
            List<R> records = patience.of(() -> kind.of(wish.from()
                    .transfer()
                    .read(kind.type(), wish.tenant(), range(journey), journey.after(), wish.batchSize())));
            if (records.isEmpty()) {
                return true;
            }
            // The walk over all takes for granted that nothing is there: writing again does no harm.
            List<R> wanted = journey.state().pass() == 0 ? records : different(records);
            List<MoveReport.Refusal> lost = delivery.write(kind, wanted, Visibility.SOON);
            long arrived = wanted.size() - lost.size();
            read += records.size();
            written += arrived;
            journey.arrived(kind.keyOf(records.getLast()), records.size(), arrived, newlyRefused(lost));
            watch.advanced(kind.type(), records.size(), arrived);
        }
        stopped = true;
        return false;
    }

    /** What is refused once is refused by each pass. */
    private long newlyRefused(List<MoveReport.Refusal> lost) {
        long before = refused.size();
        refused.addAll(lost);
        if (refused.size() > MOST_REFUSED) {
            throw new RejectedRecordException(
                    "the target has refused more than " + MOST_REFUSED + " records; the last one: "
                            + lost.getLast().reason(),
                    null);
        }
        return refused.size() - before;
    }

    private List<R> different(List<R> records) {
        List<String> ids = kind.lookups(records);
        Map<String, R> there =
                kind.byLookup(patience.of(() -> kind.of(wish.to().transfer().read(kind.type(), wish.tenant(), ids))));
        return records.stream()
                .filter(record -> {
                    R copy = there.get(kind.lookupOf(record));
                    return copy == null || !kind.differences(record, copy).isEmpty();
                })
                .toList();
    }

    private TimeRange range(Journey journey) {
        Instant from = journey.state().readFrom();
        Instant start = wish.range().start();
        Instant later = from == null || start != null && start.isAfter(from) ? start : from;
        Instant end = wish.range().end();
        // A range of days that were over before the journey began has nothing new.
        return later != null && end != null && end.isBefore(later)
                ? new TimeRange(end, end)
                : new TimeRange(later, end);
    }

    private static Instant shortlyBefore(Instant time) {
        return time.minus(MARGIN);
    }
}
