package dev.rechat.persistence.search;

import dev.rechat.persistence.database.Statement;
import java.util.stream.Collectors;

/**
 * Conditions on {@code m.content}. {@code utf8mb4_general_ci} is the fastest comparison without case that both databases have
 * (two thirds of {@code LOWER}, half of {@code utf8mb4_unicode_ci}). It takes accents away, too, and it takes all characters
 * beyond the BMP, emoji among them, for the same one: those are compared again as they are.
 */
final class Matching {

    private static final String FOLDED = "m.content COLLATE utf8mb4_general_ci";

    private Matching() {}

    /** Adds a condition that is true for texts with any of the forms. */
    static void add(Statement statement, WrittenForms wanted) {
        String or = "(";
        for (String form : wanted.forms()) {
            statement.add(or + FOLDED + " LIKE ? ESCAPE '!'", pattern(form));
            String exact = beyondBmp(form);
            if (!exact.isEmpty()) {
                statement.add(" AND m.content LIKE ? ESCAPE '!'", pattern(exact));
            }
            or = " OR ";
        }
        statement.add(")");
    }

    /** Adds an expression: where the first of the forms stands that stands anywhere, counted from 1; 1 when none does. */
    static void addPlace(Statement statement, WrittenForms wanted) {
        statement.add("COALESCE(");
        for (String form : wanted.forms()) {
            statement.add("NULLIF(LOCATE(?, " + FOLDED + "), 0), ", form);
        }
        statement.add("1)");
    }

    private static String pattern(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** The first run of characters beyond the BMP. */
    private static String beyondBmp(String text) {
        return text.codePoints()
                .dropWhile(Character::isBmpCodePoint)
                .takeWhile(Character::isSupplementaryCodePoint)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
