package dev.rechat.lambda.signal;

import dev.rechat.kernel.signal.Meters;
import dev.rechat.kernel.signal.MetricName;
import dev.rechat.kernel.signal.ProcessAge;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.time.Clock;

/** What the loop of a function has to tell, and when all of it is told. Used by one thread. */
@Singleton
public final class FunctionSignals {

    private final DrainedRegistry registry;
    private final Meters meters;
    private final Clock clock;
    private final EmbeddedMetrics format;
    private boolean warm;

    FunctionSignals(
            DrainedRegistry registry,
            Meters meters,
            Clock clock,
            @Value("${aws.lambda.function.name:local}") String function) {
        this.registry = registry;
        this.meters = meters;
        this.clock = clock;
        this.format = new EmbeddedMetrics(function);
    }

    /** The function is about to ask for its first event. */
    public void started() {
        ProcessAge.now().ifPresent(age -> meters.timer(MetricName.START).record(age));
    }

    /** An invocation is over: its answer is out, and what it left behind is done. */
    public void answered(PrintStream out) {
        if (!warm) {
            warm = true;
            meters.counter(MetricName.COLD_STARTS).increment();
        }
        tell(out);
    }

    /** Tells what has not been told. Says nothing when there is nothing to say. */
    public void tell(PrintStream out) {
        // One write for each line: the log writes to the same stream.
        format.lines(registry.take(), clock.instant()).forEach(line -> out.write(line, 0, line.length));
        out.flush();
    }
}
