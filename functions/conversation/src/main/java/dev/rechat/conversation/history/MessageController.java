package dev.rechat.conversation.history;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import org.jspecify.annotations.Nullable;

/** What was said in a conversation. */
@Controller("/api/v1/conversations/{id}/messages")
@Secured(Permission.READ)
final class MessageController {

    private final ConversationRepository conversations;
    private final MessagePages pages;

    MessageController(ConversationRepository conversations, MessagePages pages) {
        this.conversations = conversations;
        this.pages = pages;
    }

    /** The newest page, or the page before or after a message; oldest first within the page. */
    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    Page<MessageView> list(
            CurrentUser user,
            ConversationId id,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue MessageId before,
            @Nullable @QueryValue MessageId after) {
        int size = PageRequest.of(limit, null).limit();
        if (conversations.findOwned(id, user.id()).isEmpty()) {
            throw new NotFoundException("conversation");
        }
        return pages.page(id, user.id(), size, before, after);
    }
}
