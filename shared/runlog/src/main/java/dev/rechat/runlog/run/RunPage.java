package dev.rechat.runlog.run;

import java.util.List;

/** Newest first. @param hasMore whether another page follows the last run of this one */
public record RunPage(List<WorkflowRun> data, int limit, boolean hasMore) {

    public RunPage {
        data = List.copyOf(data);
    }
}
