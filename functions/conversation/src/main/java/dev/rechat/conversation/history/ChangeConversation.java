package dev.rechat.conversation.history;

import dev.rechat.web.json.StrictBoolean;
import dev.rechat.web.request.StrictRequest;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What to change; what is absent or null stays. */
@StrictRequest
record ChangeConversation(
        @Nullable @Size(min = 1, max = 200) String title,

        @Nullable @Serdeable.Deserializable(using = StrictBoolean.class)
        Boolean pinned,

        @Nullable @Serdeable.Deserializable(using = StrictBoolean.class)
        Boolean archived) {

    ChangeConversation {
        title = title == null ? null : title.strip();
    }

    /** Without the title: what people write is never logged. */
    @Override
    public String toString() {
        return "ChangeConversation[pinned=" + pinned + ", archived=" + archived + "]";
    }
}
