package dev.rechat.kernel.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** A person who signs in. */
@Serdeable
public record UserId(UUID value) implements Id {

    /** @throws IllegalArgumentException when the text is no UUID */
    @JsonCreator
    public static UserId of(String text) {
        return new UserId(Ids.parse(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
