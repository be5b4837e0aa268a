package dev.rechat.chat.translate;

import org.jspecify.annotations.Nullable;

/** Text Dify may leave out. */
final class Text {

    private Text() {}

    static String of(@Nullable String text) {
        return text == null ? "" : text;
    }

    static String of(@Nullable String text, String otherwise) {
        return text == null || text.isEmpty() ? otherwise : text;
    }
}
