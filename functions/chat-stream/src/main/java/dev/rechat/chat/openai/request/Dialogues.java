package dev.rechat.chat.openai.request;

import dev.rechat.chat.turn.StartTurn;
import dev.rechat.kernel.error.ValidationException;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the messages of a request. */
public final class Dialogues {

    private final List<String> system = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();

    private Dialogues() {}

    /** @throws ValidationException when something is wrong with it, or cannot be had here */
    public static Dialogue read(CompletionRequest request) {
        Unsupported.refuse(request);
        var read = new Dialogues();
        for (int i = 0; i < request.messages().size(); i++) {
            read.take(request.messages().get(i), "messages[" + i + "]");
        }
        return read.dialogue();
    }

    private void take(JsonNode message, String field) {
        String role = text(message, "role");
        if (role == null) {
            throw new ValidationException(field + ".role", "required", "must be a role");
        }
        MessageContent content = MessageContent.of(message.get("content"), field + ".content");
        switch (role) {
            case "system", "developer" -> {
                if (!content.text().isBlank()) {
                    system.add(content.text());
                }
            }
            case "user" -> say(new Said(false, content.text(), content.parts()));
            // An assistant that only calls tools has said nothing; what tools said is in the answer that came of it.
            case "assistant" -> {
                if (!content.text().isBlank()) {
                    say(new Said(true, content.text()));
                }
            }
            case "tool", "function" -> {}
            default -> throw new ValidationException(field + ".role", "invalid", "there is no role " + role);
        }
    }

    /** Two messages of the same speaker are one: programs split and join them as they like. */
    private void say(Said more) {
        if (!said.isEmpty() && said.getLast().byAssistant() == more.byAssistant()) {
            said.add(said.removeLast().and(more));
        } else {
            said.add(more);
        }
    }

    private Dialogue dialogue() {
        if (said.isEmpty() || said.getLast().byAssistant()) {
            throw new ValidationException("messages", "invalid", "the last message must be one of role user");
        }
        Said question = said.removeLast();
        if (question.told().isBlank()) {
            throw new ValidationException("messages", "required", "the question must not be empty");
        }
        if (question.told().length() > StartTurn.MAX_MESSAGE) {
            throw new ValidationException(
                    "messages", "too_long", "a question may have " + StartTurn.MAX_MESSAGE + " characters");
        }
        return new Dialogue(system.isEmpty() ? null : String.join("\n\n", system), said, question);
    }

    private static @Nullable String text(JsonNode message, String member) {
        JsonNode value = message.isObject() ? message.get(member) : null;
        return value != null && value.isString() ? value.getStringValue() : null;
    }
}
