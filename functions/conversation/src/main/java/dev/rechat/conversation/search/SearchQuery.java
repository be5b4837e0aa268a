package dev.rechat.conversation.search;

import dev.rechat.kernel.error.ValidationException;
import dev.rechat.persistence.search.WrittenForms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for: all of these words in one message, or in the title.
 *
 * @param words from 1 to {@link #MAX_WORDS}
 * @param phrase the words in their order, next to each other, with a blank between them or without
 */
record SearchQuery(List<SearchWord> words, List<SearchWord> phrase) {

    static final int MAX_LENGTH = 200;
    static final int MAX_WORDS = 8;

    private static final String FIELD = "q";

    /**
     * Words stand between blanks; quotation marks make one of several. Writing without blanks is looked for as it stands.
     *
     * @throws ValidationException when there is nothing to look for, or too much
     */
    static SearchQuery of(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            throw new ValidationException(FIELD, "required", "says what to look for");
        }
        if (typed.codePointCount(0, typed.length()) > MAX_LENGTH) {
            throw new ValidationException(FIELD, "too_long", "has at most " + MAX_LENGTH + " characters");
        }
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : QueryWords.of(typed)) {
            String folded = Folding.of(word);
            if (!folded.isBlank()) {
                words.putIfAbsent(folded, word);
            }
        }
        if (words.isEmpty()) {
            throw new ValidationException(FIELD, "invalid", "has nothing to look for");
        }
        if (words.size() > MAX_WORDS) {
            throw new ValidationException(FIELD, "too_long", "has at most " + MAX_WORDS + " words");
        }
        List<String> typedWords = List.copyOf(words.values());
        Set<String> joined = new LinkedHashSet<>(List.of(String.join(" ", typedWords), String.join("", typedWords)));
        return new SearchQuery(
                typedWords.stream().map(SearchWord::of).toList(),
                joined.stream().map(SearchWord::of).toList());
    }

    /** What to ask the database for; the longest word first, which most texts do not have. */
    List<WrittenForms> wordForms() {
        return words.stream()
                .sorted(Comparator.comparingInt(
                                (SearchWord word) -> word.folded().length())
                        .reversed())
                .map(SearchWord::forms)
                .toList();
    }

    WrittenForms phraseForms() {
        Set<String> forms = new LinkedHashSet<>();
        phrase.forEach(each -> forms.addAll(each.forms().forms()));
        return new WrittenForms(new ArrayList<>(forms));
    }

    boolean allIn(FoldedText text) {
        return words.stream().allMatch(word -> text.holds(word.folded()));
    }

    boolean phraseIn(FoldedText text) {
        return phrase.stream().anyMatch(each -> text.holds(each.folded()));
    }

    /** Without the words: what people search for is never logged. */
    @Override
    public String toString() {
        return "SearchQuery[" + words.size() + "]";
    }
}
