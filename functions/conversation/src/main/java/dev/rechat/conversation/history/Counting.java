package dev.rechat.conversation.history;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.FolderId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.ConversationPlace;
import dev.rechat.persistence.conversation.CountRepository;
import dev.rechat.persistence.removal.DeletionCounts;
import dev.rechat.persistence.removal.DifyDeletionRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Counts a person's conversations; all of one moment. */
@Singleton
class Counting {

    /** As many apps, folders and tags are told. */
    private static final int MOST = 1_000;

    private final CountRepository counts;
    private final DifyDeletionRepository threads;
    private final Clock clock;

    Counting(CountRepository counts, DifyDeletionRepository threads, Clock clock) {
        this.counts = counts;
        this.threads = threads;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    ConversationCounts of(UserId owner) {
        DeletionCounts atDify = threads.countOf(owner);
        return new ConversationCounts(
                counts.in(owner, ConversationPlace.LIST.wireName()),
                counts.in(owner, ConversationPlace.ARCHIVE.wireName()),
                counts.inTrash(owner, clock.instant()),
                counts.pinned(owner),
                counts.byApp(owner, MOST).stream()
                        .map(each -> new ConversationCounts.OfApp(AppId.of(each.name()), each.conversations()))
                        .toList(),
                counts.byFolder(owner, MOST).stream()
                        .map(each -> new ConversationCounts.InFolder(FolderId.of(each.name()), each.conversations()))
                        .toList(),
                counts.byTag(owner, MOST).stream()
                        .map(each -> new ConversationCounts.WithTag(each.name(), each.conversations()))
                        .toList(),
                new ConversationCounts.DifyDeletions(atDify.waiting(), atDify.failed()));
    }
}
