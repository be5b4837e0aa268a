package dev.rechat.conversation.history;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's own conversations; anybody else's are as if they did not exist. */
@Controller("/api/v1/conversations")
@Secured(Permission.READ)
@ExecuteOn(TaskExecutors.BLOCKING)
class ConversationController {

    private final ConversationRepository conversations;

    ConversationController(ConversationRepository conversations) {
        this.conversations = conversations;
    }

    /** Latest activity first, archived ones among them. */
    @Get
    Page<ConversationView> list(
            CurrentUser user, @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        List<Conversation> rows = request.start()
                .map(ConversationPosition::of)
                .map(start -> conversations.listAfter(user.id(), start.updatedAt(), start.id(), request.rows()))
                .orElseGet(() -> conversations.listFirst(user.id(), request.rows()));
        return request.page(rows, ConversationPosition::cursor, ConversationView::of);
    }

    @Get("/{id}")
    ConversationView get(CurrentUser user, ConversationId id) {
        return view(id, user.id());
    }

    /** Renames, pins, archives. Its place in the list stays. */
    @Patch("/{id}")
    @Secured(Permission.CHAT)
    ConversationView change(CurrentUser user, ConversationId id, @Valid @Body ChangeConversation change) {
        conversations.change(id, user.id(), change.title(), change.pinned(), change.archived());
        return view(id, user.id());
    }

    /** Deletes it with its messages and turns; an answer that is still being made is not stored any more. */
    @Delete("/{id}")
    @Secured(Permission.CHAT)
    @Status(HttpStatus.NO_CONTENT)
    void delete(CurrentUser user, ConversationId id) {
        if (conversations.deleteOwned(id, user.id()) == 0) {
            throw new NotFoundException("conversation");
        }
    }

    private ConversationView view(ConversationId id, UserId owner) {
        return conversations
                .findOwned(id, owner)
                .map(ConversationView::of)
                .orElseThrow(() -> new NotFoundException("conversation"));
    }
}
