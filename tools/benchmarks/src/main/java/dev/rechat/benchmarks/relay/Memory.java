package dev.rechat.benchmarks.relay;

import org.jspecify.annotations.Nullable;

/**
 * Memory of a relaying process, in KiB.
 *
 * @param idle resident before the first level, after the warm-up
 * @param open resident while all turns were open, at most
 * @param perTurn what the difference of the two is per open turn
 * @param liveHeapPerTurn what the objects on the Java heap that are in use take per open turn, after a full collection
 */
record Memory(
        long idle, long open, double perTurn, @Nullable Double liveHeapPerTurn) {

    static Memory of(long idle, long open, int turns) {
        return new Memory(idle, open, (open - idle) / (double) turns, null);
    }

    Memory with(double liveHeap) {
        return new Memory(idle, open, perTurn, liveHeap);
    }
}
