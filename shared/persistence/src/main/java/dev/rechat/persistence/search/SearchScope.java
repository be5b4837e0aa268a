package dev.rechat.persistence.search;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.FolderId;
import dev.rechat.kernel.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Whose conversations are looked through, and which of them; what is null does not narrow it. Always left out: the trash and
 * temporary conversations.
 */
public record SearchScope(
        UserId owner,
        @Nullable AppId app,
        @Nullable FolderId folder,
        @Nullable String tag) {

    /** Without the tag: what people write is never logged. */
    @Override
    public String toString() {
        return "SearchScope[owner=" + owner + ", app=" + app + ", folder=" + folder + "]";
    }
}
