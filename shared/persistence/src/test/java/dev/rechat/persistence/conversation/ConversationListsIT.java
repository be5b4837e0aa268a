package dev.rechat.persistence.conversation;

import static dev.rechat.persistence.TestPersistence.bean;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.FolderId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.Rows;
import dev.rechat.persistence.folder.Folder;
import dev.rechat.persistence.folder.FolderRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConversationListsIT {

    private static final Comparator<Conversation> ORDER = Comparator.comparing(Conversation::pinned)
            .thenComparing(Conversation::updatedAt)
            .thenComparing(each -> each.id().toString())
            .reversed();

    private final ConversationLists lists = bean(ConversationLists.class);
    private final ConversationRepository conversations = bean(ConversationRepository.class);
    private final ConversationTagRepository tags = bean(ConversationTagRepository.class);
    private final Random random = new Random(20260301);
    private final UserId owner = Rows.savedUser();

    @Test
    void pagesThroughEqualTimesAndAcrossThePinnedOnesWithoutGapOrRepeat() {
        List<Conversation> saved = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            saved.add(conversations.save(random(Rows.IDS.nextAppId(), null, false)));
        }
        saved.sort(ORDER);

        for (int size : new int[] {1, 3, 7, 39, 40, 41}) {
            assertThat(all(ConversationFilter.all(ConversationPlace.LIST), size))
                    .containsExactlyElementsOf(saved);
        }
    }

    @Test
    void narrowsByAppFolderAndTagInEveryCombination() {
        AppId[] apps = {Rows.IDS.nextAppId(), Rows.IDS.nextAppId()};
        FolderId[] folders = {folder(owner, "a"), folder(owner, "b")};
        List<Conversation> saved = new ArrayList<>();
        Map<Conversation, Set<String>> words = new HashMap<>();
        for (int i = 0; i < 120; i++) {
            Conversation conversation = conversations.save(
                    random(apps[random.nextInt(2)], i % 3 == 0 ? null : folders[i % 3 - 1], random.nextInt(4) == 0));
            saved.add(conversation);
            words.put(conversation, new HashSet<>());
            for (String word : List.of("工作", "Work", "work")) {
                if (random.nextBoolean()) {
                    tags.add(conversation.id(), owner, word);
                    words.get(conversation).add(word);
                }
            }
        }
        saved.sort(ORDER);

        for (ConversationPlace place : ConversationPlace.values()) {
            for (AppId app : new @Nullable AppId[] {null, apps[0]}) {
                for (FolderId folder : new @Nullable FolderId[] {null, folders[1]}) {
                    for (String tag : new @Nullable String[] {null, "工作", "work", "none"}) {
                        ConversationFilter filter = new ConversationFilter(place, app, folder, tag);
                        assertThat(all(filter, 3))
                                .as("%s, tagged %s", filter, tag)
                                .containsExactlyElementsOf(saved.stream()
                                        .filter(each -> place
                                                == (each.archived()
                                                        ? ConversationPlace.ARCHIVE
                                                        : ConversationPlace.LIST))
                                        .filter(each ->
                                                app == null || each.appId().equals(app))
                                        .filter(each -> folder == null || folder.equals(each.folderId()))
                                        .filter(each -> tag == null
                                                || words.getOrDefault(each, Set.of())
                                                        .contains(tag))
                                        .toList());
                    }
                }
            }
        }
    }

    @Test
    void givesAnotherOwnerNothing() {
        FolderId folder = folder(owner, "mine");
        Conversation conversation = conversations.save(random(Rows.IDS.nextAppId(), folder, false));
        tags.add(conversation.id(), owner, "work");
        UserId other = Rows.savedUser();
        tags.add(conversation.id(), other, "stolen");

        for (FolderId in : new @Nullable FolderId[] {null, folder}) {
            for (String tag : new @Nullable String[] {null, "work", "stolen"}) {
                assertThat(lists.page(
                                other,
                                new ConversationFilter(ConversationPlace.LIST, null, in, tag),
                                null,
                                Rows.NOON,
                                10))
                        .isEmpty();
            }
        }
        assertThat(tags.listOf(List.of(conversation.id()), other)).isEmpty();
        tags.removeAll(conversation.id(), other);
        assertThat(tags.listOf(List.of(conversation.id()), owner))
                .containsExactly(new ConversationTag(conversation.id(), "work"));
    }

    @Test
    void showsInTheTrashOnlyWhatIsNotYetDue() {
        TrashRepository trash = bean(TrashRepository.class);
        Conversation due = conversations.save(random(Rows.IDS.nextAppId(), null, false));
        Conversation waiting = conversations.save(random(Rows.IDS.nextAppId(), null, true));
        trash.discard(due.id(), owner, Rows.NOON, Rows.NOON.plusSeconds(1));
        trash.discard(waiting.id(), owner, Rows.NOON, Rows.NOON.plusMillis(1001));

        ConversationFilter inTrash = ConversationFilter.all(ConversationPlace.TRASH);
        assertThat(lists.page(owner, inTrash, null, Rows.NOON, 10)).hasSize(2);
        assertThat(lists.page(owner, inTrash, null, Rows.NOON.plusSeconds(1), 10))
                .extracting(Conversation::id)
                .containsExactly(waiting.id());
        assertThat(all(ConversationFilter.all(ConversationPlace.LIST), 10)).isEmpty();
        assertThat(all(ConversationFilter.all(ConversationPlace.ARCHIVE), 10)).isEmpty();
        assertThat(conversations.findOwned(waiting.id(), owner)).isEmpty();
    }

    @Test
    void showsTemporaryOnesNowhere() {
        conversations.save(Rows.conversation(owner).temporarily());

        for (ConversationPlace place : ConversationPlace.values()) {
            assertThat(all(ConversationFilter.all(place), 10)).isEmpty();
        }
    }

    private Conversation random(AppId app, @Nullable FolderId folder, boolean archived) {
        Instant time = Rows.NOON.plus(Duration.ofMillis(random.nextInt(3)));
        return new Conversation(
                Rows.IDS.nextConversationId(),
                owner,
                app,
                null,
                "Greetings",
                random.nextInt(3) == 0,
                archived,
                false,
                folder,
                null,
                null,
                Rows.NOON,
                time);
    }

    private static FolderId folder(UserId owner, String name) {
        return bean(FolderRepository.class)
                .save(new Folder(Rows.IDS.nextFolderId(), owner, name, Rows.NOON))
                .id();
    }

    private List<Conversation> all(ConversationFilter filter, int size) {
        List<Conversation> seen = new ArrayList<>();
        for (ListPosition after = null; ; after = ListPosition.of(seen.getLast())) {
            List<Conversation> page = lists.page(owner, filter, after, Rows.NOON, size);
            seen.addAll(page);
            if (page.size() < size) {
                return seen;
            }
        }
    }
}
