package dev.rechat.maintenance.run;

import dev.rechat.persistence.maintenance.TaskName;
import java.time.Instant;

/**
 * Something to be done beside requests. Several processes may do it at the same time: each piece is done by one of them, or
 * doing it twice does no harm.
 */
public interface Task {

    TaskName name();

    /** How much there is to do; changes nothing. */
    long count(Instant now);

    Batches begin(Instant now);
}
