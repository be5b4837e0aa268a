package dev.rechat.benchmarks.relay;

import dev.rechat.benchmarks.load.Target;
import java.util.List;

/**
 * One way to ask.
 *
 * @param pids of the relaying processes, none when there is no relay
 */
record Way(Target target, List<Long> pids) {}
