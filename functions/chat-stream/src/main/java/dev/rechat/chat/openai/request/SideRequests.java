package dev.rechat.chat.openai.request;

import java.util.regex.Pattern;

/**
 * What programs ask about a conversation that is no part of it: its title, tags, what to ask next. Each asks with what was said
 * written into one message and with no history. None says so in any other way, so it is known by the form that its sources give
 * it; a person's own words in front of one's own prompt are not taken for it.
 */
final class SideRequests {

    /**
     * Open WebUI, since 0.4: all of its tasks begin with this line and have the conversation in this element. Its prompt for
     * answering with documents has the first line, too.
     */
    private static final String TASK = "### Task:";

    private static final String TASK_MATERIAL = "<chat_history>";

    /** LibreChat, {@code titleMethod: completion}: how its own prompts go on differs between its versions. */
    private static final String TITLE = "Provide a concise, 5-word-or-less title for the conversation, using ";

    private static final String TITLE_MATERIAL = "\n\nConversation:\nUser: ";

    /**
     * Cherry Studio, since 1.4: the prompt stands in its person's language or in their own words; the last messages are a list
     * in JSON, whose members are its own.
     */
    private static final Pattern TOPIC_MATERIAL =
            Pattern.compile("\\[\\{\"role\":\"(?:user|assistant|system)\",\"mainText\":\".*}]", Pattern.DOTALL);

    private SideRequests() {}

    static boolean isOne(Dialogue dialogue) {
        return dialogue.before().isEmpty()
                && (isTask(dialogue.question()) || isTitle(dialogue.question()) || isTopic(dialogue));
    }

    private static boolean isTask(String question) {
        return question.startsWith(TASK) && question.contains(TASK_MATERIAL);
    }

    private static boolean isTitle(String question) {
        return question.startsWith(TITLE) && question.contains(TITLE_MATERIAL);
    }

    private static boolean isTopic(Dialogue dialogue) {
        return dialogue.system() != null
                && TOPIC_MATERIAL.matcher(dialogue.question().strip()).matches();
    }
}
