package dev.rechat.maintenance.runlog.move;

import dev.rechat.runlog.RecordType;

/** Somebody who looks on. Called by the thread that moves. */
public interface MoveWatch {

    MoveWatch NONE = new MoveWatch() {};

    /**
     * A pass begins, or goes on after an earlier attempt.
     *
     * @param already how many records were read before
     * @param total about how many the walk over all has to read; 0 for the passes after it, which end when nothing is new
     */
    default void begun(RecordType type, int pass, long already, long total) {}

    /** @param read so many more than at the last call */
    default void advanced(RecordType type, long read, long written) {}

    default void ended(MoveReport.Kind kind) {}
}
