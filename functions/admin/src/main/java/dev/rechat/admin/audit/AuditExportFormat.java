package dev.rechat.admin.audit;

import dev.rechat.kernel.error.ValidationException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** As what the log can be taken along. */
enum AuditExportFormat {
    CSV,
    JSONL;

    /** @throws ValidationException for any other */
    static AuditExportFormat of(@Nullable String name) {
        return switch (name) {
            case null -> CSV;
            case "csv" -> CSV;
            case "jsonl" -> JSONL;
            default -> throw new ValidationException("format", "invalid", "must be csv or jsonl");
        };
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
