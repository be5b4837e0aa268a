package dev.rechat.maintenance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.signal.Meters;
import dev.rechat.maintenance.MaintenanceHouse;
import dev.rechat.persistence.maintenance.TaskName;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Counting all there is costs more than most runs do. */
final class CountingIT {

    @AutoClose
    private final MaintenanceHouse house = MaintenanceHouse.open();

    private final List<OptionalLong> totals = new ArrayList<>();
    private int counted;

    private final class Counted implements Task {

        @Override
        public TaskName name() {
            return TaskName.UPLOADS;
        }

        @Override
        public long count(Instant now) {
            counted++;
            return 7;
        }

        @Override
        public Batches begin(Instant now) {
            return () -> new Batch(3, false);
        }
    }

    private class Watched implements Progress {

        @Override
        public void advanced(TaskName task, long done, OptionalLong total) {
            totals.add(total);
        }

        @Override
        public void ended(Outcome outcome) {
            // told by what is returned
        }
    }

    private Maintenance maintenance() {
        return new Maintenance(
                List.of(new Counted()),
                house.bean(RunRecords.class),
                house.bean(Clock.class),
                house.bean(Meters.class));
    }

    private void run(Progress progress) {
        assertThat(maintenance().run(Set.of(TaskName.UPLOADS), TimeBudget.endless(), progress))
                .containsExactly(new Outcome.Complete(TaskName.UPLOADS, 3));
    }

    @Test
    void isNotDoneByRunsThatNobodyWatches() {
        run(Progress.NONE);
        run(new LoggedProgress());
        run(new Watched());

        assertThat(counted).isZero();
        assertThat(totals).containsExactly(OptionalLong.empty());
    }

    @Test
    void isDoneOnceForWhoeverWatches() {
        run(new Watched() {
            @Override
            public boolean wantsTotals() {
                return true;
            }
        });

        assertThat(counted).isEqualTo(1);
        assertThat(totals).containsExactly(OptionalLong.of(7));
    }

    @Test
    void isWhatATrialIs() {
        assertThat(maintenance().count(Set.of(TaskName.UPLOADS)))
                .containsExactly(new Maintenance.Count(TaskName.UPLOADS, 7));
        assertThat(counted).isEqualTo(1);
    }
}
