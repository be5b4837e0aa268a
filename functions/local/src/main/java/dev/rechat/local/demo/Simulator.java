package dev.rechat.local.demo;

import dev.rechat.local.data.RememberedPort;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.dify.EngineVariant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Starts the Dify to try ReChat with. */
public final class Simulator {

    /** About as quick as a good model writes. */
    private static final Duration PACE = Duration.ofMillis(40);

    private Simulator() {}

    /** On the port of last time if that is free; the caller closes it. */
    public static DifySimulator start(EngineVariant variant, RememberedPort port) throws IOException {
        DifySimulator simulator = start(variant, port.get());
        port.set(simulator.uri().getPort());
        return simulator;
    }

    private static DifySimulator start(EngineVariant variant, int port) {
        try {
            return DifySimulator.builder()
                    .variant(variant)
                    .pace(PACE)
                    .port(port)
                    .start();
        } catch (UncheckedIOException taken) {
            if (port == 0) {
                throw taken;
            }
            return start(variant, 0);
        }
    }
}
