package dev.rechat.benchmarks.cold;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a program.
 *
 * @param poll milliseconds from the start of the process to its first poll
 * @param plain to its first answer, without the database
 * @param database to its first answer, with the database; null when it has none
 * @param firstMib resident after one answer
 * @param lastMib resident after all
 * @param fileMb of the executable; null on the JVM
 * @param zipMb of what is deployed; null when there is none
 */
record Figures(
        String title,
        Spread poll,
        Spread plain,
        @Nullable Spread database,
        double firstMib,
        double lastMib,
        @Nullable Double fileMb,
        @Nullable Double zipMb) {

    /** The middle, and what 95 in a hundred do not exceed. */
    record Spread(double median, double p95) {

        static Spread of(List<Double> millis) {
            double[] sorted =
                    millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return new Spread(percentile(sorted, 50), percentile(sorted, 95));
        }

        /** The smallest value that so many in a hundred do not exceed. */
        private static double percentile(double[] sorted, int percent) {
            if (sorted.length == 0) {
                throw new IllegalArgumentException("nothing was measured: " + Arrays.toString(sorted));
            }
            return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1];
        }
    }
}
