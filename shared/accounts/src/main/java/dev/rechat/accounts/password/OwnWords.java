package dev.rechat.accounts.password;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What somebody who knows a person's address tries first: its parts, and the name of this product. */
final class OwnWords {

    private static final String PRODUCT = "rechat";
    private static final Pattern NOT_A_LETTER = Pattern.compile("\\P{L}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST = 3;

    private OwnWords() {}

    /**
     * Whether a password is nothing but such words, in whatever order, with digits and marks between them.
     *
     * @param normalised the password in NFKC and lower case
     */
    static boolean make(String normalised, String email) {
        String rest = normalised;
        for (String word : of(email.toLowerCase(Locale.ROOT))) {
            rest = rest.replace(word, "");
        }
        return rest.length() < normalised.length()
                && NOT_A_LETTER.matcher(rest).replaceAll("").isEmpty();
    }

    /** The longest first: a short one may be part of a long one. */
    private static List<String> of(String email) {
        int at = email.indexOf('@');
        String local = at < 0 ? email : email.substring(0, at);
        return Stream.of(
                        Stream.of(email, local, BETWEEN.matcher(local).replaceAll(""), PRODUCT),
                        BETWEEN.splitAsStream(local),
                        BETWEEN.splitAsStream(email.substring(at + 1)))
                .flatMap(words -> words)
                .filter(word -> word.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
