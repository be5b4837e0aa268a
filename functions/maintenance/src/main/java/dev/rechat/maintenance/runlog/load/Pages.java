package dev.rechat.maintenance.runlog.load;

import dev.rechat.dify.payload.DifyRunLog;
import dev.rechat.dify.payload.DifyRunLogPage;
import dev.rechat.maintenance.runlog.journey.Journey;
import dev.rechat.runlog.RecordKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks Dify's log from the newest to the oldest entry. Dify counts pages, which new runs would move and which cost the more the
 * further back they are: so each page is the first one before a time, that of the oldest entry seen. Dify tells whole seconds and
 * knows fractions, so a second is looked at twice; one with more than a page of runs is gone through by pages. For one thread.
 */
final class Pages {

    static final int SIZE = 100;

    private final ImportWish wish;
    private final Journey journey;
    private Instant before;
    private int page = 1;
    private boolean over;
    private long lastSize;

    Pages(ImportWish wish, Journey journey, Instant now) {
        this.wish = wish;
        this.journey = journey;
        Instant end = wish.range().end();
        RecordKey after = journey.after();
        if (after == null) {
            before = end == null || end.isAfter(now) ? now : end.minusMillis(1);
        } else {
            before = after.createdAt();
            page = Integer.parseInt(after.id());
        }
    }

    @Nullable
    Instant since() {
        return wish.range().start();
    }

    Instant before() {
        return before;
    }

    int page() {
        return page;
    }

    boolean over() {
        return over;
    }

    /** How many entries the last page had. */
    long lastSize() {
        return lastSize;
    }

    /** A page is done: notes where the next one is. */
    void done(DifyRunLogPage got, long written, long refused) {
        List<DifyRunLog> data = got.data();
        lastSize = data.size();
        Instant oldest = data.isEmpty() ? null : data.getLast().createdAt();
        over = oldest == null || !Boolean.TRUE.equals(got.hasMore());
        Instant next = oldest == null ? before : oldest.plusSeconds(1);
        if (next.isBefore(before)) {
            before = next;
            page = 1;
        } else {
            page++;
        }
        journey.arrived(new RecordKey(before, String.valueOf(page)), data.size(), written, refused);
    }
}
