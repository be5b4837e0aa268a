package dev.rechat.kernel.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** A personal API key; not the secret. */
@Serdeable
public record ApiKeyId(UUID value) implements Id {

    /** @throws IllegalArgumentException when the text is no UUID */
    @JsonCreator
    public static ApiKeyId of(String text) {
        return new ApiKeyId(Ids.parse(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
