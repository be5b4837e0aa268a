package dev.rechat.conversation.search;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * What counts as the same when texts are compared: upper and lower case, full and half width (NFKC), and Latin and Greek
 * letters with and without accents. Voiced and unvoiced kana, and Cyrillic letters such as {@code й} and {@code и}, are
 * different letters.
 */
final class Folding {

    private static final int FIRST_MARK = 0x300;
    private static final int LAST_ACCENT = 0x36F;

    private Folding() {}

    static String of(String text) {
        return new FoldedText(text).folded();
    }

    /** Whether this character belongs to the one before it: accents, vowel signs, parts of a Hangul syllable. */
    static boolean continues(int character) {
        if (character < FIRST_MARK) {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            // the half-width voicing marks, and Hangul's medial vowels and final consonants
            default -> character == 0xFF9E || character == 0xFF9F || (character >= 0x1160 && character <= 0x11FF);
        };
    }

    /** One character with what belongs to it. */
    static String segment(String segment) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(segment, Form.NFKC).codePoints().forEach(each -> folded.append(character(each)));
        return folded.toString();
    }

    private static String character(int character) {
        // By way of upper case both ß become ss, and the Turkish letters i.
        String caseless = Character.toString(character)
                .toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        if (isVariationSelector(character)) {
            return "";
        }
        String parts = Normalizer.normalize(caseless, Form.NFD);
        return parts.length() > 1 && hasAccents(parts.codePointAt(0)) ? withoutAccents(parts) : caseless;
    }

    private static boolean hasAccents(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case LATIN, GREEK -> true;
            default -> false;
        };
    }

    private static String withoutAccents(String parts) {
        StringBuilder bare = new StringBuilder();
        parts.codePoints()
                .filter(each -> each < FIRST_MARK || each > LAST_ACCENT)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    /** What only says whether the character before it is to be shown in colour. */
    private static boolean isVariationSelector(int character) {
        return character >= 0xFE00 && character <= 0xFE0F;
    }
}
