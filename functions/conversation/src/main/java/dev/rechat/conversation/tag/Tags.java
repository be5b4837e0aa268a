package dev.rechat.conversation.tag;

import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.ConversationTag;
import dev.rechat.persistence.conversation.ConversationTagRepository;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words on a person's conversations. */
@Singleton
public final class Tags {

    /** How many a conversation may have. */
    public static final int MOST = 20;

    /** The longest one, in characters. */
    public static final int MAX_LENGTH = 50;

    private final ConversationTagRepository tags;

    Tags(ConversationTagRepository tags) {
        this.tags = tags;
    }

    /**
     * A word to look for.
     *
     * @throws ValidationException for what is on no conversation because it may be on none
     */
    public static @Nullable String filter(@Nullable String word) {
        if (word != null && (word.isBlank() || word.length() > MAX_LENGTH)) {
            throw new ValidationException(
                    "tag",
                    word.isBlank() ? "required" : "too_long",
                    "must have from 1 to " + MAX_LENGTH + " characters");
        }
        return word;
    }

    /** By conversation, in order of the words, with one query; those without any are left out. */
    public Map<ConversationId, List<String>> of(Collection<ConversationId> ids, UserId owner) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return tags.listOf(ids, owner).stream()
                .collect(Collectors.groupingBy(
                        ConversationTag::conversationId,
                        Collectors.mapping(ConversationTag::tag, Collectors.toList())));
    }

    /**
     * Puts these on a conversation in place of what it had; nothing happens to one that is not the owner's. To be called
     * in a transaction that holds the conversation.
     */
    public void replace(ConversationId id, UserId owner, Collection<String> words) {
        tags.removeAll(id, owner);
        words.forEach(word -> tags.add(id, owner, word));
    }
}
