package dev.rechat.persistence.search;

import java.util.List;
import java.util.stream.Stream;

/**
 * One thing to look for, in every way it may be written: a text that holds any of them holds it. Upper and lower case and
 * accents need no form of their own, the database takes them for the same.
 *
 * @param forms not empty, and none of them is
 */
public record WrittenForms(List<String> forms) {

    public WrittenForms {
        forms = List.copyOf(forms);
        if (forms.isEmpty() || forms.contains("")) {
            throw new IllegalArgumentException("nothing to look for");
        }
    }

    /** These forms and, after them, the others. */
    public WrittenForms or(WrittenForms others) {
        return new WrittenForms(
                Stream.concat(forms.stream(), others.forms.stream()).distinct().toList());
    }

    /** Without the words: what people search for is never logged. */
    @Override
    public String toString() {
        return "WrittenForms[" + forms.size() + "]";
    }
}
