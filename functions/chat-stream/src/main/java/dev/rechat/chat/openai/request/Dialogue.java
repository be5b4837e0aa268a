package dev.rechat.chat.openai.request;

import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a request, understood.
 *
 * @param system instructions; null for none
 * @param before what was said before, by turns of the two who speak, oldest first
 * @param question what is asked now
 * @param attachments the parts of the question that are no text
 */
public record Dialogue(@Nullable String system, List<Said> before, String question, List<JsonNode> attachments) {

    private static final String TASK = "### Task:";
    private static final String TASK_MATERIAL = "<chat_history>";

    public Dialogue {
        before = List.copyOf(before);
        attachments = List.copyOf(attachments);
    }

    /**
     * Whether a program asks for something about a conversation (its title, tags, what to ask next) that is no part of it. Open
     * WebUI's prompts for that have this form since 0.4; its prompt for answering with documents has the first line too, and no
     * history.
     */
    public boolean isSideRequest() {
        return before.isEmpty() && question.startsWith(TASK) && question.contains(TASK_MATERIAL);
    }

    /** What was said before as text, empty when nothing was. */
    public String history() {
        if (before.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("<conversation_so_far>\n");
        for (Said said : before) {
            text.append(said.byAssistant() ? "assistant: " : "user: ")
                    .append(said.text())
                    .append('\n');
        }
        return text.append("</conversation_so_far>").toString();
    }
}
