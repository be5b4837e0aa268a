package dev.rechat.kernel.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** A file that a person sent or an answer brought. */
@Serdeable
public record FileId(UUID value) implements Id {

    /** @throws IllegalArgumentException when the text is no UUID */
    @JsonCreator
    public static FileId of(String text) {
        return new FileId(Ids.parse(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
