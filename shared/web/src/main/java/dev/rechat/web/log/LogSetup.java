package dev.rechat.web.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;

/** Sets Logback up by two variables. On a JVM a file that {@code logback.configurationFile} names is used instead, as tests do. */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {

    static final String LEVEL = "RECHAT_LOG_LEVEL";

    private static final String FILE = "logback.configurationFile";

    /** By {@link java.util.ServiceLoader}. */
    public LogSetup() {}

    @Override
    public ExecutionStatus configure(LoggerContext logback) {
        if (System.getProperty(FILE) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        configure(logback, Program.current(), System.getenv());
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    static void configure(LoggerContext logback, Program program, Map<String, String> variables) {
        EncoderBase<ILoggingEvent> lines = switch (LogFormat.in(variables)) {
            case JSON -> new JsonLines(variables.getOrDefault(LogFormat.FUNCTION_NAME, "local"));
            case TEXT -> new TextLines();
        };
        lines.setContext(logback);
        lines.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(logback);
        console.setName("console");
        console.setTarget(program.target().getName());
        console.setEncoder(lines);
        console.start();
        Logger root = logback.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(console);
        Level wanted = Level.toLevel(variables.get(LEVEL), program.level());
        switch (program) {
            case FUNCTION, HOSTED -> root.setLevel(wanted);
            case SERVER, COMMAND -> {
                root.setLevel(program.level());
                logback.getLogger("dev.rechat").setLevel(wanted);
            }
        }
        program.exceptions().forEach((name, level) -> logback.getLogger(name).setLevel(level));
    }
}
