package dev.rechat.benchmarks.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * What processes have used so far.
 *
 * @param cpu of all of them since their start
 * @param residentKib of all of them now
 */
public record Usage(Duration cpu, long residentKib) {

    /** Of nothing, where there is no relay. */
    public static final Usage NONE = new Usage(Duration.ZERO, 0);

    /** Of these processes together; of none of them {@link #NONE}. */
    public static Usage of(List<Long> pids) throws IOException {
        Usage sum = NONE;
        for (long pid : pids) {
            sum = new Usage(
                    sum.cpu.plus(ProcStat.of(pid).cpu()),
                    sum.residentKib + ProcStatus.of(pid).residentKib());
        }
        return sum;
    }

    /** Of this process. */
    public static Usage ofThis() throws IOException {
        return of(List.of(ProcessHandle.current().pid()));
    }
}
