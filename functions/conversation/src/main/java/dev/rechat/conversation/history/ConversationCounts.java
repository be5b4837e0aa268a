package dev.rechat.conversation.history;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.FolderId;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/**
 * How many conversations there are where.
 *
 * @param pinned of the list, as are those by app, folder and tag
 * @param difyDeletions threads of removed conversations that Dify still has
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record ConversationCounts(
        long list,
        long archive,
        long trash,
        long pinned,
        List<OfApp> apps,
        List<InFolder> folders,
        List<WithTag> tags,
        DifyDeletions difyDeletions) {

    /** Without the tags: what people write is never logged. */
    @Override
    public String toString() {
        return "ConversationCounts[list=" + list + ", archive=" + archive + ", trash=" + trash + "]";
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    record OfApp(AppId appId, long count) {}

    @Serdeable(naming = SnakeCaseStrategy.class)
    record InFolder(FolderId folderId, long count) {}

    @Serdeable
    record WithTag(String tag, long count) {

        /** Without the tag: what people write is never logged. */
        @Override
        public String toString() {
            return "WithTag[" + count + "]";
        }
    }

    /** @param failed those that were tried in vain several times, or will not go before somebody mends something */
    @Serdeable
    record DifyDeletions(long waiting, long failed) {}
}
