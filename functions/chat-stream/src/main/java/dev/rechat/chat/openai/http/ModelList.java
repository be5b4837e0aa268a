package dev.rechat.chat.openai.http;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** All that a key may ask. */
@Serdeable
record ModelList(String object, List<Model> data) {

    ModelList {
        data = List.copyOf(data);
    }
}
