package dev.rechat.kernel.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** One question and the answer made for it. */
@Serdeable
public record TurnId(UUID value) implements Id {

    /** @throws IllegalArgumentException when the text is no UUID */
    @JsonCreator
    public static TurnId of(String text) {
        return new TurnId(Ids.parse(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
