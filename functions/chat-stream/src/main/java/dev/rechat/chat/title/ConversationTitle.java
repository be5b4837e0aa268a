package dev.rechat.chat.title;

/** A first title: the beginning of the question, cut at a word where there are words. */
public final class ConversationTitle {

    private static final int MAX_CODE_POINTS = 60;

    private ConversationTitle() {}

    public static String of(String question) {
        String line = question.strip().lines().findFirst().orElse("").strip();
        if (line.codePointCount(0, line.length()) <= MAX_CODE_POINTS) {
            return line;
        }
        String head = line.substring(0, line.offsetByCodePoints(0, MAX_CODE_POINTS));
        int space = head.lastIndexOf(' ');
        return (space > head.length() / 2 ? head.substring(0, space) : head).strip() + "…";
    }
}
