package dev.rechat.conversation.share;

import dev.rechat.accounts.mail.PublicUrl;
import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.hash.OpaqueToken;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.share.Shares;
import dev.rechat.kernel.share.Sharing;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sharing one's own conversation. */
@Controller("/api/v1/conversations/{id}/shares")
@Secured(Permission.CHAT)
class ConversationShareController {

    /** Of the web app. In the fragment, which browsers send to no server, the token gets into nobody's log. */
    private static final String PAGE = "/shared#token=";

    private final Shares policy;
    private final ConversationRepository conversations;
    private final SharedBranch branches;
    private final Sharings sharings;
    private final PublicUrl publicUrl;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ConversationShareController(
            Shares policy,
            ConversationRepository conversations,
            SharedBranch branches,
            Sharings sharings,
            PublicUrl publicUrl,
            Clock clock) {
        this.policy = policy;
        this.conversations = conversations;
        this.branches = branches;
        this.sharings = sharings;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** Shares a branch as it is now; the answer is the only one that holds the link. */
    @Post
    @Status(HttpStatus.CREATED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    NewShareView share(CurrentUser user, ConversationId id, @Valid @Body MakeShare request) {
        Conversation conversation =
                conversations.findOwned(id, user.id()).orElseThrow(() -> new NotFoundException("conversation"));
        if (policy.policy() == Sharing.OFF) {
            throw new RefusedException(ErrorCode.SHARING_OFF, "nothing can be shared by link here");
        }
        if (conversation.temporary()) {
            throw new RefusedException(ErrorCode.CONFLICT, "a temporary conversation is not shared; keep it first");
        }
        List<MessageId> messages = branches.messages(id, user.id(), request.leafMessageId());
        Instant expiresAt = expiry(request.expiresInDays());
        OpaqueToken token = OpaqueToken.random(random);
        return NewShareView.of(
                Deadlocks.retry(() -> sharings.make(id, user.id(), messages, token, expiresAt)),
                publicUrl.of(PAGE + token.value()));
    }

    private @Nullable Instant expiry(@Nullable Integer days) {
        return days == null ? null : clock.instant().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.MILLIS);
    }
}
