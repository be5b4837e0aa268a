package dev.rechat.chat.openai.request;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that was said.
 *
 * @param parts what came with the text
 */
public record Said(boolean byAssistant, String text, List<Part> parts) {

    public Said {
        parts = List.copyOf(parts);
    }

    public Said(boolean byAssistant, String text) {
        this(byAssistant, text, List.of());
    }

    /** What the parts are known again by, in their order. */
    public List<String> digests() {
        return parts.stream().map(Part::digest).toList();
    }

    /** All of it as text: a mark stands for each part. */
    public String told() {
        String marks = parts.stream().map(Part::mark).collect(Collectors.joining(" "));
        return marks.isEmpty() ? text : text.isBlank() ? marks : text + "\n" + marks;
    }

    Said and(Said more) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(more.parts);
        String texts = text.isBlank() ? more.text : more.text.isBlank() ? text : text + "\n\n" + more.text;
        return new Said(byAssistant, texts, all);
    }
}
