package dev.rechat.conversation.share;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.share.BranchMessage;
import dev.rechat.persistence.share.ShareRepository;
import dev.rechat.persistence.turn.TurnStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the messages that stand on one branch of a conversation. Their texts are not read. */
@Singleton
final class SharedBranch {

    static final int MOST = 5_000;

    private final ShareRepository stored;

    SharedBranch(ShareRepository stored) {
        this.stored = stored;
    }

    /**
     * What is finished on the way from the first message to a leaf, in this order. What is still being answered, or waits for
     * a person, is left out: nobody knows yet what it will say.
     *
     * @param leaf null for the newest message
     * @throws ValidationException when the conversation has no such message
     * @throws RefusedException {@code conflict} when there is nothing, or too much
     */
    List<MessageId> messages(ConversationId conversation, UserId owner, @Nullable MessageId leaf) {
        List<MessageId> upwards = new ArrayList<>();
        Optional<MessageId> next =
                leaf == null ? stored.findNewest(conversation, owner).map(BranchMessage::id) : Optional.of(leaf);
        int seen = 0;
        while (next.isPresent()) {
            List<BranchMessage> part = stored.listUpwards(conversation, owner, next.get());
            if (seen == 0 && part.isEmpty()) {
                throw new ValidationException("leaf_message_id", "unknown", "the conversation has no such message");
            }
            seen += part.size();
            if (seen > MOST) {
                throw new RefusedException(
                        ErrorCode.CONFLICT, "more than " + MOST + " messages cannot be shared with one link");
            }
            part.stream().filter(SharedBranch::finished).map(BranchMessage::id).forEach(upwards::add);
            next = part.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(part.getLast().parentId());
        }
        if (upwards.isEmpty()) {
            throw new RefusedException(ErrorCode.CONFLICT, "there is nothing finished to share yet");
        }
        return upwards.reversed();
    }

    private static boolean finished(BranchMessage message) {
        return message.status() != TurnStatus.STREAMING && message.status() != TurnStatus.PAUSED;
    }
}
