package dev.rechat.chat.openai.answer;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.TurnId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a turn's events mean to a program that speaks OpenAI's API. */
sealed interface Heard {

    /** The turn exists. */
    record Begun(TurnId turn, ConversationId conversation, Instant at) implements Heard {}

    /** More of the answer. */
    record Content(String text) implements Heard {}

    /** More of what the model or agent thought before it answered. */
    record Reasoning(String text) implements Heard {}

    /** All of the answer, in place of what was heard; a stream that has told the other cannot take it back. */
    record Instead(String text, boolean moderated) implements Heard {}

    /** The app was told as text what was said before. */
    record Retold() implements Heard {}

    /** Nothing happened for a while. */
    record Silence() implements Heard {}

    /** The orderly end. */
    record Finished(List<Annotation> sources, @Nullable TokenUsage usage) implements Heard {

        public Finished {
            sources = List.copyOf(sources);
        }
    }

    /** The end of an answer that failed. */
    record Broken(ErrorCode code, String message) implements Heard {}
}
