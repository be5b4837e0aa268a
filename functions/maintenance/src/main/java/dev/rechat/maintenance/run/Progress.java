package dev.rechat.maintenance.run;

import dev.rechat.persistence.maintenance.TaskName;

/** Is told how a run gets on, after each batch. */
public interface Progress {

    /** For a run that nobody watches. */
    Progress NONE = new Progress() {
        @Override
        public void advanced(TaskName task, long done, long total) {
            // nobody watches
        }

        @Override
        public void ended(Outcome outcome) {
            // nobody watches
        }
    };

    /** @param total how much there was to do when the task began; more may have come since */
    void advanced(TaskName task, long done, long total);

    void ended(Outcome outcome);
}
