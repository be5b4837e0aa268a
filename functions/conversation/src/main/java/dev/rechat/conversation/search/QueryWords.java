package dev.rechat.conversation.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes what was typed apart. */
final class QueryWords {

    /** Something between straight or curly quotation marks, which may be left open; or what stands between blanks. */
    private static final Pattern WORD =
            Pattern.compile("[\"“”](?<phrase>[^\"“”]*)(?:[\"“”]|$)|(?<word>\\S+)", Pattern.UNICODE_CHARACTER_CLASS);

    private QueryWords() {}

    /** Words and phrases in order; none is blank. */
    static List<String> of(String typed) {
        List<String> words = new ArrayList<>();
        for (Matcher next = WORD.matcher(typed); next.find(); ) {
            String phrase = next.group("phrase");
            String word = phrase == null ? next.group("word") : phrase.strip();
            if (!word.isBlank()) {
                words.add(word);
            }
        }
        return words;
    }
}
