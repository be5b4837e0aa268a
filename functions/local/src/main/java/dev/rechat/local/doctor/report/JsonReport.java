package dev.rechat.local.doctor.report;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For programs.
 *
 * @param ok whether there are no problems; warnings may be
 */
@Serdeable
public record JsonReport(boolean ok, long problems, long warnings, List<Check> checks) {

    /** @param level {@code ok}, {@code note}, {@code warning} or {@code problem} */
    @Serdeable
    public record Check(
            String subject,
            String level,
            String check,
            @Nullable String code,
            String message,
            @Nullable String advice) {

        static Check of(Diagnosis found) {
            Code code = found.code();
            return new Check(
                    found.subject(),
                    found.level().word(),
                    found.check(),
                    code == null ? null : code.wireName(),
                    found.message(),
                    found.advice());
        }
    }

    public JsonReport {
        checks = List.copyOf(checks);
    }

    public static JsonReport of(Findings findings) {
        long problems = findings.count(Level.PROBLEM);
        return new JsonReport(
                problems == 0,
                problems,
                findings.count(Level.WARNING),
                findings.all().stream().map(Check::of).toList());
    }
}
