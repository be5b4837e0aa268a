package dev.rechat.web.log;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** For whom log lines are written. */
enum LogFormat {
    /** For machines: an object per line. */
    JSON,
    /** For people. */
    TEXT;

    /** Says which. */
    static final String VARIABLE = "RECHAT_LOG_FORMAT";

    /** Set by Lambda. */
    static final String FUNCTION_NAME = "AWS_LAMBDA_FUNCTION_NAME";

    static Optional<LogFormat> of(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "json" -> Optional.of(JSON);
            case "text" -> Optional.of(TEXT);
            default -> Optional.empty();
        };
    }

    /** As the variables want it: on Lambda machines read what is written. */
    static LogFormat in(Map<String, String> variables) {
        return Optional.ofNullable(variables.get(VARIABLE))
                .flatMap(LogFormat::of)
                .orElse(variables.containsKey(FUNCTION_NAME) ? JSON : TEXT);
    }
}
