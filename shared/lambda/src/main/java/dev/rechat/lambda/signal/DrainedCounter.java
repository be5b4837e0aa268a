package dev.rechat.lambda.signal;

import io.micrometer.core.instrument.AbstractMeter;
import io.micrometer.core.instrument.Counter;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;

/** Counts; tells the difference. */
final class DrainedCounter extends AbstractMeter implements Counter, Drained {

    private final DoubleAdder sum = new DoubleAdder();
    private double told;

    DrainedCounter(Id id) {
        super(id);
    }

    @Override
    public void increment(double amount) {
        sum.add(amount);
    }

    @Override
    public double count() {
        return sum.sum();
    }

    @Override
    public List<Double> take() {
        double now = sum.sum();
        double more = now - told;
        told = now;
        return more > 0 ? List.of(more) : List.of();
    }
}
