package dev.rechat.chat.runlog;

import dev.rechat.kernel.health.HealthNote;
import dev.rechat.runlog.writing.RunLogWriter;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** Where this process's records of runs go at present. */
@Singleton
final class RunLogNote implements HealthNote {

    private final Optional<RunLogWriter> writer;

    RunLogNote(Optional<RunLogWriter> writer) {
        this.writer = writer;
    }

    @Override
    public String name() {
        return "run_logs";
    }

    /** {@code ready}, {@code waiting}, {@code fallen_back}; {@code off} where there is no store. */
    @Override
    public String tell() {
        return writer.map(here -> here.state().name().toLowerCase(Locale.ROOT)).orElse("off");
    }
}
