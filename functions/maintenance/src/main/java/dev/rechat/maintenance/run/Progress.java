package dev.rechat.maintenance.run;

import dev.rechat.persistence.maintenance.TaskName;
import java.util.OptionalLong;

/** Is told how a run gets on, after each batch. */
public interface Progress {

    /** For a run that nobody watches. */
    Progress NONE = new Progress() {
        @Override
        public void advanced(TaskName task, long done, OptionalLong total) {
            // nobody watches
        }

        @Override
        public void ended(Outcome outcome) {
            // nobody watches
        }
    };

    /** Whether somebody watches who wants to know how much is left. Counting costs more than most runs do. */
    default boolean wantsTotals() {
        return false;
    }

    /** @param total how much there was to do when the task began, where that is wanted; more may have come since */
    void advanced(TaskName task, long done, OptionalLong total);

    void ended(Outcome outcome);
}
