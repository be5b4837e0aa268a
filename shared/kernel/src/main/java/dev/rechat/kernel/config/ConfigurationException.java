package dev.rechat.kernel.config;

import java.util.List;

/** The process cannot run with its configuration; whoever started it reads the problems and exits with {@link #EXIT_CODE}. */
public final class ConfigurationException extends RuntimeException {

    /** Of a process that was configured wrongly. */
    public static final int EXIT_CODE = 2;

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public ConfigurationException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each, beginning with the name of the environment variable; no line holds a secret's value. */
    public List<String> problems() {
        return problems;
    }
}
