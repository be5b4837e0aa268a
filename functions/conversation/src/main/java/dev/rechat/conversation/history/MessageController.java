package dev.rechat.conversation.history;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
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

    private final OwnConversations own;
    private final MessagePages pages;

    MessageController(OwnConversations own, MessagePages pages) {
        this.own = own;
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
        return pages.page(own.require(id, user.id()).id(), user.id(), size, before, after);
    }
}
