package dev.rechat.chat.openai.request;

import dev.rechat.chat.file.Enclosure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a request, understood.
 *
 * @param system instructions; null for none
 * @param before what was said before, by turns of the two who speak, oldest first
 * @param asked what is asked now
 */
public record Dialogue(@Nullable String system, List<Said> before, Said asked) {

    public Dialogue {
        before = List.copyOf(before);
    }

    /** The words that are asked; for a question of files alone what stands for them, for an app wants words. */
    public String question() {
        return asked.text().isBlank() ? asked.told() : asked.text();
    }

    /**
     * The files of the question.
     *
     * @throws dev.rechat.kernel.error.ValidationException naming every part that is not understood or not taken
     */
    public List<Enclosure> enclosures() {
        return Attachments.read(asked.parts());
    }

    /** Whether a program asks for something about a conversation (its title, tags, what to ask next) that is no part of it. */
    public boolean isSideRequest() {
        return SideRequests.isOne(this);
    }

    /** What was said before as text, empty when nothing was. */
    public String history() {
        if (before.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("<conversation_so_far>\n");
        for (Said said : before) {
            text.append(said.byAssistant() ? "assistant: " : "user: ")
                    .append(said.told())
                    .append('\n');
        }
        return text.append("</conversation_so_far>").toString();
    }
}
