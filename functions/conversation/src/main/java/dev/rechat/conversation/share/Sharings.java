package dev.rechat.conversation.share;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.hash.OpaqueToken;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.ShareId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.share.Share;
import dev.rechat.persistence.share.SharePlace;
import dev.rechat.persistence.share.SharePlaceRepository;
import dev.rechat.persistence.share.ShareRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes shares down and takes them away, each with its line in the audit log. */
@Singleton
class Sharings {

    static final int MOST_LIVE = 500;

    /** One comes, so more may go than come; not many, for each may have thousands of places. */
    private static final int REMOVED_AT_ONCE = 2;

    private static final String SHARE = "share_id";

    private final ShareRepository shares;
    private final SharePlaceRepository places;
    private final UserRepository users;
    private final Audit audit;
    private final IdGenerator ids;
    private final Clock clock;

    Sharings(
            ShareRepository shares,
            SharePlaceRepository places,
            UserRepository users,
            Audit audit,
            IdGenerator ids,
            Clock clock) {
        this.shares = shares;
        this.places = places;
        this.users = users;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a share, one at a time per person, so that there are never more than may be.
     *
     * @param messages of the conversation, in their order
     * @throws NotFoundException when the owner has no such conversation that is to stay
     * @throws RefusedException {@code conflict} when there are too many shares
     */
    @Transactional
    Share make(
            ConversationId conversation,
            UserId owner,
            List<MessageId> messages,
            OpaqueToken token,
            @Nullable Instant expiresAt) {
        Instant now = clock.instant();
        if (users.findByIdForUpdate(owner).isEmpty()) {
            throw new RefusedException(ErrorCode.UNAUTHENTICATED, "this account is gone");
        }
        shares.removeExpired(owner, now, REMOVED_AT_ONCE);
        if (shares.countLive(owner, now) >= MOST_LIVE) {
            throw new RefusedException(
                    ErrorCode.CONFLICT, "there are " + MOST_LIVE + " shared links already; revoke one first");
        }
        ShareId id = ids.nextShareId();
        if (shares.share(id, conversation, owner, token.hash(), messages.size(), now, expiresAt) == 0) {
            throw new NotFoundException("conversation");
        }
        places.saveAll(IntStream.range(0, messages.size())
                .mapToObj(i -> new SharePlace(id, i + 1, messages.get(i)))
                .toList());
        audit.own(
                AuditAction.SHARE_MADE,
                owner,
                Map.of(SHARE, id.toString(), "conversation_id", conversation.toString()));
        return shares.findOwned(id, owner).orElseThrow(() -> new NotFoundException("conversation"));
    }

    /** Makes a link useless, at once. @throws NotFoundException when the owner has no such share */
    @Transactional
    void revoke(ShareId id, UserId owner) {
        if (shares.revoke(id, owner, clock.instant()) == 0) {
            throw new NotFoundException("share");
        }
        audit.own(AuditAction.SHARE_REVOKED, owner, Map.of(SHARE, id.toString()));
    }
}
