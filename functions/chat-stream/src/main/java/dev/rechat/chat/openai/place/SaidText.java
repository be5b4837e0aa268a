package dev.rechat.chat.openai.place;

import dev.rechat.chat.openai.request.Said;
import dev.rechat.kernel.hash.Sha256;
import java.util.List;
import java.util.regex.Pattern;

/** Recognises what was said: programs trim answers, and fold or drop what a model thought before it spoke. */
final class SaidText {

    private static final Pattern THOUGHTS = Pattern.compile(
            "<think>.*?(?:</think>|\\z)|<details type=\"reasoning\".*?(?:</details>|\\z)", Pattern.DOTALL);

    /** What an answer was told with and is not stored with: links to its files. */
    private static final Pattern FILES = Pattern.compile(
            "!?\\[[^\\[\\]]*+]\\([^\\s()]*/(?:v1|api/v1/chat)/files/[0-9a-f-]{36}(?:/content(?:\\?[^\\s()]*+)?)?\\)");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private SaidText() {}

    static String plain(String text) {
        String spoken = THOUGHTS.matcher(text).replaceAll(" ");
        return SPACE.matcher(FILES.matcher(spoken).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    /** Whether somebody who was given an answer, or the beginning of it, may have come to know it as this. */
    static boolean same(String stored, String theirs, boolean beginningOnly) {
        String told = plain(stored);
        String known = plain(theirs);
        return beginningOnly ? !known.isEmpty() && told.startsWith(known) : told.equals(known);
    }

    /** Of everything that was said up to a question, the question included. */
    static String hash(List<Said> before, Said question) {
        String hash = "";
        for (Said said : before) {
            hash = after(hash, said);
        }
        return after(hash, question);
    }

    /** Plain text has no line breaks, so where the digests of parts begin is certain. */
    private static String after(String hash, Said said) {
        StringBuilder text = new StringBuilder(hash)
                .append(said.byAssistant() ? "\na\n" : "\nu\n")
                .append(plain(said.text()));
        said.digests().forEach(digest -> text.append('\n').append(digest));
        return Sha256.hex(text.toString());
    }
}
