package dev.rechat.local.doctor.report;

import java.util.Locale;

/** How much it matters. */
public enum Level {
    /** As it should be. */
    OK,
    /** Worth knowing; nothing has to be done. */
    NOTE,
    /** It works, and will trouble somebody. */
    WARNING,
    /** It does not work until it is changed. */
    PROBLEM;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
