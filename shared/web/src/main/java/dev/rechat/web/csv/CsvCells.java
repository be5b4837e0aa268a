package dev.rechat.web.csv;

import java.util.regex.Pattern;

/**
 * Keeps what people wrote from running as a formula where the table is opened: spreadsheets calculate what begins with
 * certain signs, an apostrophe before them makes it text. Some split lines at semicolons: what follows one is a beginning, too.
 * {@link #bare} undoes exactly what {@link #guarded} did.
 */
public final class CsvCells {

    private static final String BEGINNING = "(^|;[ \"]*)";

    /** OWASP's list; also the wide forms, which some spreadsheets read alike. Apostrophes before: else nobody knew whose one is. */
    private static final String FORMULA = "(?='*+[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])";

    private static final Pattern UNGUARDED = Pattern.compile(BEGINNING + FORMULA);

    private static final Pattern GUARDED = Pattern.compile(BEGINNING + "'" + FORMULA);

    private CsvCells() {}

    public static String guarded(String value) {
        return UNGUARDED.matcher(value).replaceAll("$1'");
    }

    /** What stood there before it was guarded; for tables that come back. */
    public static String bare(String cell) {
        return GUARDED.matcher(cell).replaceAll("$1");
    }
}
