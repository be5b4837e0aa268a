package dev.rechat.dify;

import java.util.List;

/** What a user would read in the end. */
final class Answer {

    private Answer() {}

    static String of(List<DifyEvent> events) {
        StringBuilder text = new StringBuilder();
        for (DifyEvent event : events) {
            switch (event) {
                case DifyEvent.Message message -> text.append(message.answer());
                case DifyEvent.AgentMessage message -> text.append(message.answer());
                case DifyEvent.TextChunk chunk -> text.append(chunk.text());
                case DifyEvent.MessageReplace replace -> {
                    text.setLength(0);
                    text.append(replace.answer());
                }
                default -> {}
            }
        }
        return text.toString();
    }
}
