package dev.rechat.chat.turn;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.FileId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.web.json.StrictBoolean;
import dev.rechat.web.request.StrictRequest;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question.
 *
 * @param appId id or slug
 * @param message what the person typed; may be left out where an earlier question is to be answered again
 * @param conversationId absent to begin a conversation
 * @param inputs values of the app's input form, an object
 * @param files uploads of this person for this app
 * @param parentMessageId absent to continue after the newest message; an answer to ask after that one; a question to
 *     have it answered again; the nil UUID to ask at the beginning
 * @param turnId chosen by the client: the same one again gives the same turn
 * @param temporary true to begin a conversation that is in no list and is removed a day after its latest turn
 */
@StrictRequest
public record StartTurn(
        @NotBlank @Size(max = 64) String appId,
        @Nullable @Size(max = StartTurn.MAX_MESSAGE) String message,
        @Nullable ConversationId conversationId,
        @Nullable JsonNode inputs,
        @Nullable @Size(max = StartTurn.MAX_FILES) List<FileId> files,
        @Nullable MessageId parentMessageId,
        @Nullable TurnId turnId,

        @Nullable @Serdeable.Deserializable(using = StrictBoolean.class)
        Boolean temporary) {

    /** In UTF-16 units; the body's own limit is above it for every script. */
    public static final int MAX_MESSAGE = 100_000;

    /** Whatever the app allows. */
    static final int MAX_FILES = 50;

    List<FileId> filesOrNone() {
        return files == null ? List.of() : files;
    }

    boolean beginsTemporary() {
        return Boolean.TRUE.equals(temporary);
    }
}
