package dev.rechat.lambda.signal;

import dev.rechat.kernel.signal.MetricName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has come of one metric since it was read last.
 *
 * @param value of its tag; null where it has none
 * @param values in the metric's unit; never empty
 */
record Reading(MetricName name, @Nullable String value, List<Double> values) {

    Reading {
        values = List.copyOf(values);
    }
}
