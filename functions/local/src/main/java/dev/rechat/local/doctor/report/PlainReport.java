package dev.rechat.local.doctor.report;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** For people: a heading for each subject, a line for each check, and below it what to change. */
public final class PlainReport {

    private final PrintWriter out;
    private @Nullable String heading;

    public PlainReport(PrintWriter out) {
        this.out = out;
    }

    public void tell(Diagnosis found) {
        if (!found.subject().equals(heading)) {
            out.println((heading == null ? "" : "\n") + found.subject());
            heading = found.subject();
        }
        String code = found.code() == null ? "" : "  [" + found.code().wireName() + "]";
        out.printf(Locale.ROOT, "  %-8s %-14s %s%s%n", found.level().word(), found.check(), found.message(), code);
        if (found.advice() != null) {
            out.printf(Locale.ROOT, "  %-8s %-14s -> %s%n", "", "", found.advice());
        }
        out.flush();
    }

    public void end(Findings findings) {
        long problems = findings.count(Level.PROBLEM);
        long warnings = findings.count(Level.WARNING);
        out.printf(
                Locale.ROOT,
                "%n%d checks, %s, %s%n",
                findings.all().size(),
                counted(problems, "problem"),
                counted(warnings, "warning"));
        if (problems + warnings > 0) {
            out.println("docs/dify.md says more about each code.");
        }
        out.flush();
    }

    private static String counted(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
