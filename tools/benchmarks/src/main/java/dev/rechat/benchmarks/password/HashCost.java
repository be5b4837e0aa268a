package dev.rechat.benchmarks.password;

import com.sun.management.ThreadMXBean;
import dev.rechat.accounts.password.Argon2Cost;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What one hash costs.
 *
 * @param medianMillis of processor time, which other work on the machine does not lengthen as it does time on the wall
 * @param allocatedMib by the thread that hashes
 */
record HashCost(Argon2Cost cost, double medianMillis, double p95Millis, double allocatedMib) {

    /** What a function with 512 MB has of a core: Lambda gives one core for 1769 MB, and less in proportion. */
    static final double CORES_AT_512_MB = 512.0 / 1769;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_MIB = 1024 * 1024;

    /** @param rounds after as many to warm up */
    static HashCost measure(Argon2Cost cost, int rounds) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] password = "correct horse battery".getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < rounds; round++) {
            spend(cost, password);
        }
        long[] nanos = new long[rounds];
        long allocated = threads.getCurrentThreadAllocatedBytes();
        for (int round = 0; round < rounds; round++) {
            long before = threads.getCurrentThreadCpuTime();
            spend(cost, password);
            nanos[round] = threads.getCurrentThreadCpuTime() - before;
        }
        double bytes = (double) (threads.getCurrentThreadAllocatedBytes() - allocated) / rounds;
        Arrays.sort(nanos);
        return new HashCost(
                cost,
                percentile(nanos, 50) / NANOS_PER_MILLI,
                percentile(nanos, 95) / NANOS_PER_MILLI,
                bytes / BYTES_PER_MIB);
    }

    private static void spend(Argon2Cost cost, byte[] password) {
        if (cost.hash(password, new byte[16]).isEmpty()) {
            throw new IllegalStateException("no hash");
        }
    }

    /** The smallest value that so many in a hundred do not exceed. */
    static long percentile(long[] sorted, int percent) {
        return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1];
    }

    /** On a core like this one, of which a function has only a share. */
    double millisAt512Mb() {
        return medianMillis / CORES_AT_512_MB;
    }
}
