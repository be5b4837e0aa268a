package dev.rechat.kernel.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** A thread of turns with one app. */
@Serdeable
public record ConversationId(UUID value) implements Id {

    /** @throws IllegalArgumentException when the text is no UUID */
    @JsonCreator
    public static ConversationId of(String text) {
        return new ConversationId(Ids.parse(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
