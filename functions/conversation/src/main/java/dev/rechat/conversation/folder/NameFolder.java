package dev.rechat.conversation.folder;

import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a folder is called from now on. */
@StrictRequest
record NameFolder(@NotBlank @Size(max = 100) String name) {

    NameFolder {
        name = stripped(name);
    }

    /** A missing one is left to the constraint. */
    @SuppressWarnings("NullAway")
    private static String stripped(@Nullable String name) {
        return name == null ? null : name.strip();
    }

    /** Without the name: what people write is never logged. */
    @Override
    public String toString() {
        return "NameFolder[]";
    }
}
