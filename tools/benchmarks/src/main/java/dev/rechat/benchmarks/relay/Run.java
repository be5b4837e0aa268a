package dev.rechat.benchmarks.relay;

import org.jspecify.annotations.Nullable;

/**
 * What one way of asking showed at one number of turns. What a way does not have, or cannot tell, is null.
 *
 * @param way {@code direct}, {@code nginx}, {@code rechat} or {@code openai}
 * @param failed turns that were refused, cut, or had an event missing, doubled or out of order
 * @param bytes of the bodies of all answers
 * @param bytesPerByte the same, per byte of the direct run
 * @param delay milliseconds from Dify's sending an event to its arrival
 * @param added the same, above the direct run
 * @param firstToken milliseconds from asking to the first event with text
 * @param relayCpu microseconds on a processor per event, of the relaying process, all of the run: asking, storing and
 *     everything else that a turn brings
 * @param relayCpuOpen the same, only of the time in which all turns are open: the relaying itself
 * @param generatorCpu the same as relayCpu, of the process that asks and measures
 * @param difyCpu the same, of the Dify
 * @param memory of the relaying process
 * @param database statements per turn
 */
record Run(
        String way,
        int turns,
        int failed,
        @Nullable String firstFailure,
        long events,
        long bytes,
        @Nullable Double bytesPerByte,
        @Nullable Percentiles delay,
        @Nullable Percentiles added,
        @Nullable Percentiles firstToken,
        @Nullable Double relayCpu,
        @Nullable Double relayCpuOpen,
        double generatorCpu,
        @Nullable Double difyCpu,
        @Nullable Memory memory,
        @Nullable Statements database) {

    Run above(Run direct) {
        Percentiles difference = delay == null || direct.delay == null ? null : delay.above(direct.delay);
        return new Run(
                way,
                turns,
                failed,
                firstFailure,
                events,
                bytes,
                direct.bytes == 0 ? null : (double) bytes / direct.bytes,
                delay,
                difference,
                firstToken,
                relayCpu,
                relayCpuOpen,
                generatorCpu,
                difyCpu,
                memory,
                database);
    }

    Run with(Statements perTurn, @Nullable Double liveHeapPerTurnKib) {
        Memory all = memory == null || liveHeapPerTurnKib == null ? memory : memory.with(liveHeapPerTurnKib);
        return new Run(
                way,
                turns,
                failed,
                firstFailure,
                events,
                bytes,
                bytesPerByte,
                delay,
                added,
                firstToken,
                relayCpu,
                relayCpuOpen,
                generatorCpu,
                difyCpu,
                all,
                perTurn);
    }
}
