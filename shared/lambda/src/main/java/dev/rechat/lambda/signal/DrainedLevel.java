package dev.rechat.lambda.signal;

import dev.rechat.kernel.signal.Level;
import io.micrometer.core.instrument.AbstractMeter;
import io.micrometer.core.instrument.Gauge;
import java.util.List;

/** When it is read between two invocations nothing runs any more: what is told is the most that did. */
final class DrainedLevel extends AbstractMeter implements Gauge, Drained {

    private final Level level;

    DrainedLevel(Id id, Level level) {
        super(id);
        this.level = level;
    }

    @Override
    public double value() {
        return level.now();
    }

    @Override
    public List<Double> take() {
        long peak = level.takePeak();
        return peak > 0 ? List.of((double) peak) : List.of();
    }
}
