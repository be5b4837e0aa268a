package dev.rechat.benchmarks.history;

import java.util.regex.Pattern;

/** A statement as a person reads it: without this one's values and without long lists. */
final class SqlText {

    private static final Pattern TEXT = Pattern.compile("'(?:[^'\\\\]|\\\\.|'')*'");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.?])\\d+(?!\\w)");
    private static final Pattern LIST = Pattern.compile("\\?(?:, ?\\?)+");
    private static final Pattern COLUMNS = Pattern.compile("SELECT (?:(?!SELECT|FROM)[^()]){70,}? FROM");
    private static final int LONGEST = 700;

    private SqlText() {}

    /** Equal for statements that differ in their values only. */
    static String readable(String sql) {
        String text = TEXT.matcher(sql.strip()).replaceAll("?");
        text = NUMBER.matcher(text).replaceAll("?");
        text = LIST.matcher(text).replaceAll("?, …");
        text = COLUMNS.matcher(text).replaceAll("SELECT … FROM");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
    }

    /** Whether there is a plan to be had and it is not the driver's own business. */
    static boolean isRead(String sql) {
        String start = sql.stripLeading();
        return (start.regionMatches(true, 0, "SELECT ", 0, 7) && !start.contains("@@") && start.contains(" FROM "))
                || start.regionMatches(true, 0, "WITH ", 0, 5)
                || start.startsWith("(SELECT ");
    }
}
