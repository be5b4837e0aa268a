package dev.rechat.testing.database;

import java.util.Locale;
import java.util.Objects;

/** The servers tests run on. */
public enum DatabaseKind {
    /** MariaDB 11.4, which Maven brings along; nothing to install. */
    MARIADB,
    /** MySQL 8.0, the server of production; a large archive to fetch and a system library. */
    MYSQL;

    /** Name of the environment variable and the system property (which wins) that choose the kind. */
    public static final String SETTING = "RECHAT_TEST_DATABASE";

    /**
     * The kind this run asks for, {@link #MARIADB} when it asks for none.
     *
     * @throws IllegalArgumentException if the setting names no kind
     */
    public static DatabaseKind selected() {
        String environment = Objects.requireNonNullElse(System.getenv(SETTING), "mariadb");
        return named(System.getProperty(SETTING, environment));
    }

    private static DatabaseKind named(String name) {
        for (DatabaseKind kind : values()) {
            if (kind.name().equals(name.toUpperCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new IllegalArgumentException(SETTING + " must be mariadb or mysql, not \"" + name + "\"");
    }

    Installation installation() {
        return switch (this) {
            case MARIADB -> MariaDbInstallation.prepare();
            case MYSQL -> MySqlInstallation.prepare();
        };
    }
}
