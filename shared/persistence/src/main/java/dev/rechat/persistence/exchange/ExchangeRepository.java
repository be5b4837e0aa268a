package dev.rechat.persistence.exchange;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.FolderId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.database.DuplicateKeys;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.ConvertException;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whole conversations, out of the house and into it. */
@JdbcRepository(dialect = Dialect.MYSQL)
@ConvertException(DuplicateKeys.class)
public interface ExchangeRepository extends GenericRepository<Conversation, ConversationId> {

    /** The unique key that a second import of one conversation violates. */
    String IMPORTED_KEY = "conversations_imported";

    String KEPT = "SELECT c.id, c.app_id, a.slug AS app_slug, a.name AS app_name, c.title, c.pinned, c.archived,"
            + " f.name AS folder, c.inputs, c.created_at, c.updated_at FROM conversations c"
            + " LEFT JOIN dify_apps a ON a.id = c.app_id LEFT JOIN folders f ON f.id = c.folder_id"
            + " AND f.user_id = c.user_id";

    /** What is kept of a person, in the order of the ids, which stays. @param after an id or nothing */
    @Query(KEPT + " WHERE c.user_id = :userId AND c.id > :after AND c.deleted_at IS NULL AND c.temporary = FALSE"
            + " ORDER BY c.id LIMIT :limit")
    List<KeptConversation> listAfter(@IdColumn UserId userId, String after, int limit);

    /** One that is not in the trash; a temporary one, too. */
    @Query(KEPT + " WHERE c.id = :id AND c.user_id = :userId AND c.deleted_at IS NULL")
    Optional<KeptConversation> find(@IdColumn ConversationId id, @IdColumn UserId userId);

    /** The tree of a conversation without its texts, oldest first. @param after an id or nothing */
    @Query("SELECT id, parent_id, OCTET_LENGTH(content) AS bytes FROM messages WHERE user_id = :userId"
            + " AND conversation_id = :conversationId AND id > :after ORDER BY id LIMIT :limit")
    List<MessageOutline> outlineAfter(
            @IdColumn ConversationId conversationId, @IdColumn UserId userId, String after, int limit);

    /** @param ids not empty */
    @Query("SELECT id, conversation_id, user_id, turn_id, parent_id, role, status, content, message_usage, created_at"
            + " FROM messages WHERE user_id = :userId AND conversation_id = :conversationId AND id IN (:ids)")
    List<Message> messages(
            @IdColumn ConversationId conversationId, @IdColumn UserId userId, @IdColumn Collection<MessageId> ids);

    /** Which of these the owner has, outside the trash, and is to keep. @param ids not empty */
    @Query("SELECT id FROM conversations WHERE id IN (:ids) AND user_id = :userId AND deleted_at IS NULL"
            + " AND temporary = FALSE")
    List<String> listPresent(@IdColumn Collection<ConversationId> ids, @IdColumn UserId userId);

    /** Which of these have been imported and are there, outside the trash. @param names not empty */
    @Query("SELECT imported_from FROM conversations WHERE user_id = :userId AND imported_from IN (:names)"
            + " AND deleted_at IS NULL")
    List<String> listImported(@IdColumn UserId userId, Collection<String> names);

    /** Lets what lies in the trash be imported again. @param names not empty */
    @Query("UPDATE conversations SET imported_from = NULL WHERE user_id = :userId AND imported_from IN (:names)"
            + " AND deleted_at IS NOT NULL")
    long forgetImported(@IdColumn UserId userId, Collection<String> names);

    @Query(
            "INSERT INTO conversations (id, user_id, app_id, title, pinned, archived, temporary, folder_id, imported_from,"
                    + " inputs, created_at, updated_at) VALUES (:id, :userId, :appId, :title, :pinned, :archived, FALSE,"
                    + " :folderId, :importedFrom, :inputs, :createdAt, :updatedAt)")
    void insert(
            @IdColumn ConversationId id,
            @IdColumn UserId userId,
            @IdColumn AppId appId,
            String title,
            boolean pinned,
            boolean archived,
            @Nullable @IdColumn FolderId folderId,
            String importedFrom,
            @Nullable String inputs,
            Instant createdAt,
            Instant updatedAt);

    /**
     * Adds a conversation.
     *
     * @throws dev.rechat.persistence.database.DuplicateKeyException of {@link #IMPORTED_KEY} when it is there already
     */
    default void insert(NewConversation conversation) {
        insert(
                conversation.id(),
                conversation.userId(),
                conversation.appId(),
                conversation.title(),
                conversation.pinned(),
                conversation.archived(),
                conversation.folderId(),
                conversation.importedFrom(),
                conversation.inputs(),
                conversation.createdAt(),
                conversation.updatedAt());
    }
}
