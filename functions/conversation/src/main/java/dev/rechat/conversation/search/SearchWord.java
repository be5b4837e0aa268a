package dev.rechat.conversation.search;

import dev.rechat.persistence.search.WrittenForms;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A word or phrase that is looked for.
 *
 * @param folded as texts are compared
 * @param forms the ways to write it that the database takes for different ones
 */
record SearchWord(String folded, WrittenForms forms) {

    /** From full width to ASCII. */
    private static final int WIDE = 0xFEE0;

    /** @param typed something that is not empty when folded */
    static SearchWord of(String typed) {
        return new SearchWord(Folding.of(typed), new WrittenForms(List.copyOf(forms(typed))));
    }

    private static Set<String> forms(String typed) {
        Set<String> forms = new LinkedHashSet<>();
        String plain = Normalizer.normalize(typed, Form.NFKC).replaceAll("[\\uFE00-\\uFE0F]", "");
        forms.add(plain);
        forms.add(typed);
        forms.add(wide(plain));
        forms.add(HalfWidthKana.of(plain));
        // An accent that was typed by itself, as some systems store it.
        forms.add(Normalizer.normalize(plain, Form.NFD));
        // The database takes ß for one s.
        forms.add(plain.replaceAll("[sS]{2}", "ß"));
        forms.add(plain.replace("ß", "ss").replace("ẞ", "SS"));
        return forms;
    }

    private static String wide(String plain) {
        StringBuilder wide = new StringBuilder();
        plain.chars().forEach(each -> wide.append((char) (each > ' ' && each < 0x7F ? each + WIDE : each)));
        return wide.toString();
    }

    /** Without the word: what people search for is never logged. */
    @Override
    public String toString() {
        return "SearchWord[" + folded.length() + "]";
    }
}
