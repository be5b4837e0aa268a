package dev.rechat.conversation.export;

import java.util.regex.Pattern;

/** People's and models' words in a Markdown document, so that no word of theirs can be taken for one of the document's. */
final class MarkdownText {

    /** CommonMark's line endings. */
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~&!]");

    /** What could begin HTML: CommonMark hands that through, and it is not held by any block. */
    private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])");

    private static final Pattern FENCE = Pattern.compile("(```+|~~~+)([^\n]*)");
    private static final Pattern FENCE_LIKE = Pattern.compile("[\\s>*+.)0-9-]+(```|~~~).*");

    private MarkdownText() {}

    /** Within a line: titles and names. */
    static String inline(String text) {
        String line = text.codePoints()
                .map(each -> Character.isISOControl(each) ? ' ' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return SPECIAL.matcher(line).replaceAll("\\\\$0");
    }

    /**
     * As blocks of its own, each line a quotation: whatever is opened inside, a list or a fence, ends with it. Its Markdown is kept;
     * HTML is shown as text. In fences at the beginning of a line it stays as it is, up to a fence that stands elsewhere,
     * of which renderers may think differently.
     */
    static void quote(String text, StringBuilder into) {
        String fence = "";
        boolean sure = true;
        for (String line : LINE_END.split(text, -1)) {
            boolean code = !fence.isEmpty();
            var opening = FENCE.matcher(line);
            if (opening.matches()) {
                String marks = opening.group(1);
                if (!code && !(marks.startsWith("`") && opening.group(2).contains("`"))) {
                    fence = marks;
                } else if (code && closes(marks, opening.group(2), fence)) {
                    fence = "";
                }
            } else if (FENCE_LIKE.matcher(line).matches()) {
                sure = false;
            }
            boolean asItIs = sure && code;
            into.append(line.isEmpty() ? ">" : "> ")
                    .append(asItIs ? line : TAG.matcher(line).replaceAll("&lt;"))
                    .append('\n');
        }
    }

    private static boolean closes(String marks, String rest, String fence) {
        return marks.charAt(0) == fence.charAt(0) && marks.length() >= fence.length() && rest.isBlank();
    }
}
