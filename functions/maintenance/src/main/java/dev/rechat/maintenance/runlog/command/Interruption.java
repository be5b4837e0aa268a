package dev.rechat.maintenance.runlog.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says when the process is to end (Ctrl-C, SIGTERM), and holds its end up until what is under way has been noted. */
final class Interruption implements BooleanSupplier, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = Thread.ofPlatform().unstarted(this::leave);
    private volatile boolean stop;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void leave() {
        stop = true;
        try {
            if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("what is under way was not waited for any longer: the next attempt repeats it");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean getAsBoolean() {
        return stop;
    }

    @Override
    public void close() {
        over.countDown();
        if (!stop) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
