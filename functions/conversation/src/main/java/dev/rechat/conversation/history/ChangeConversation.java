package dev.rechat.conversation.history;

import dev.rechat.conversation.tag.Tags;
import dev.rechat.kernel.id.FolderId;
import dev.rechat.web.json.StrictBoolean;
import dev.rechat.web.request.StrictRequest;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to change; what is absent or null stays.
 *
 * @param folderId one of one's own
 * @param tags in place of those it has
 * @param temporary false to keep a temporary one
 */
@StrictRequest
record ChangeConversation(
        @Nullable @Size(min = 1, max = 200) String title,

        @Nullable @Serdeable.Deserializable(using = StrictBoolean.class)
        Boolean pinned,

        @Nullable @Serdeable.Deserializable(using = StrictBoolean.class)
        Boolean archived,

        @Nullable FolderId folderId,

        @Nullable @Size(max = Tags.MOST) List<@NotBlank @Size(max = Tags.MAX_LENGTH) String> tags,

        @Nullable @AssertFalse @Serdeable.Deserializable(using = StrictBoolean.class)
        Boolean temporary) {

    ChangeConversation {
        title = title == null ? null : title.strip();
        tags = tags == null
                ? null
                : tags.stream().map(ChangeConversation::stripped).distinct().toList();
    }

    /** A null among them is left to the constraint. */
    @SuppressWarnings("NullAway")
    private static String stripped(@Nullable String tag) {
        return tag == null ? null : tag.strip();
    }

    /** Without the words: what people write is never logged. */
    @Override
    public String toString() {
        return "ChangeConversation[pinned=" + pinned + ", archived=" + archived + ", folderId=" + folderId
                + ", temporary=" + temporary + "]";
    }
}
