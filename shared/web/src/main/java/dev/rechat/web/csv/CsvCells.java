package dev.rechat.web.csv;

/**
 * Keeps what people wrote from running as a formula where the table is opened: spreadsheets calculate what begins with
 * certain signs, an apostrophe before them makes it text. {@link #bare} undoes exactly what {@link #guarded} did.
 */
public final class CsvCells {

    /** OWASP's list; also the wide forms, which some spreadsheets read alike. */
    private static final String FORMULA_SIGNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvCells() {}

    public static String guarded(String value) {
        return formula(value) ? "'" + value : value;
    }

    /** What stood there before it was guarded; for tables that come back. */
    public static String bare(String cell) {
        return cell.startsWith("'") && formula(cell) ? cell.substring(1) : cell;
    }

    /** Apostrophes before the sign count, too: else nobody knew whose the first one is. */
    private static boolean formula(String value) {
        int first = 0;
        while (first < value.length() && value.charAt(first) == '\'') {
            first++;
        }
        return first < value.length() && FORMULA_SIGNS.indexOf(value.charAt(first)) >= 0;
    }
}
