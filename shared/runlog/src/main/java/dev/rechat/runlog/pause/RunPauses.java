package dev.rechat.runlog.pause;

import dev.rechat.runlog.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs that wait. A run in {@code paused} has a pause that was not resumed. */
public interface RunPauses {

    /**
     * The run waits from now on; a pause it had before goes, with its state. May be said again.
     *
     * @param state JSON: what is known of the run at this moment
     * @throws dev.rechat.runlog.run.UnknownRunException when there is no such run
     * @throws IllegalStateException when the run is neither running nor paused
     */
    RunPause pause(Tenant tenant, String runId, String state, List<PauseReason> reasons);

    /** @throws dev.rechat.runlog.run.UnknownRunException when there is no such run */
    Optional<RunPause> findPause(Tenant tenant, String runId);

    /** The JSON that was kept with a pause. */
    String stateOf(RunPause pause);

    /**
     * The run goes on; the pause stays until it is deleted.
     *
     * @throws IllegalStateException when the run is not paused, or by another pause, or was resumed already
     */
    RunPause resume(RunPause pause);

    /** Removes a pause and its state. @throws IllegalStateException when it is gone already */
    void delete(RunPause pause);

    /**
     * Removes pauses, with their state, that began before one time or were resumed before another.
     *
     * @param kept which states stay though their pause goes
     * @return the ids of those that went; one whose state cannot be removed now stays
     */
    List<String> prunePauses(Tenant tenant, Instant begunBefore, Instant resumedBefore, int limit, KeptStates kept);
}
