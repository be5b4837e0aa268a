package dev.rechat.conversation.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text as it is compared, and where each piece of that stands in the text itself. */
final class FoldedText {

    /** More accents than any language puts on a letter. */
    private static final int LONGEST_SEGMENT = 32;

    private final StringBuilder folded;
    /** For each folded character where the characters begin and end that it was made of. */
    private int[] starts;

    private int[] ends;

    FoldedText(String text) {
        folded = new StringBuilder(text.length());
        starts = new int[text.length()];
        ends = new int[text.length()];
        for (int i = 0; i < text.length(); ) {
            int end = segmentEnd(text, i);
            int from = folded.length();
            if (end == i + 1 && isCommon(text.charAt(i))) {
                folded.append(lower(text.charAt(i)));
            } else {
                folded.append(Folding.segment(text.substring(i, end)));
            }
            remember(from, i, end);
            i = end;
        }
    }

    private static int segmentEnd(String text, int start) {
        int end = start + Character.charCount(text.codePointAt(start));
        while (end < text.length() && end - start < LONGEST_SEGMENT && Folding.continues(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /** ASCII, kana and the common Chinese characters, which need no normalisation: nearly all there is. */
    private static boolean isCommon(char character) {
        return character < 0x80
                || (character >= 0x3041 && character <= 0x3096)
                || (character >= 0x30A1 && character <= 0x30FA)
                || (character >= 0x4E00 && character <= 0x9FFF);
    }

    private static char lower(char character) {
        return character >= 'A' && character <= 'Z' ? (char) (character + ('a' - 'A')) : character;
    }

    private void remember(int from, int start, int end) {
        if (folded.length() > starts.length) {
            int room = Math.max(folded.length(), starts.length * 2);
            starts = Arrays.copyOf(starts, room);
            ends = Arrays.copyOf(ends, room);
        }
        Arrays.fill(starts, from, folded.length(), start);
        Arrays.fill(ends, from, folded.length(), end);
    }

    String folded() {
        return folded.toString();
    }

    boolean holds(String foldedWord) {
        return folded.indexOf(foldedWord) >= 0;
    }

    /** Where in the text itself a word stands, from the beginning, at most so many places. */
    List<Span> places(String foldedWord, int limit) {
        List<Span> places = new ArrayList<>();
        for (int at = folded.indexOf(foldedWord);
                at >= 0 && places.size() < limit;
                at = folded.indexOf(foldedWord, at + foldedWord.length())) {
            places.add(new Span(starts[at], ends[at + foldedWord.length() - 1]));
        }
        return places;
    }
}
