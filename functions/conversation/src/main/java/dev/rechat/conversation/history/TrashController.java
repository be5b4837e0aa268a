package dev.rechat.conversation.history;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.web.request.QueryFlag;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import org.jspecify.annotations.Nullable;

/** Deleting, which can be taken back for a while. */
@Controller("/api/v1/conversations")
@Secured(Permission.CHAT)
@ExecuteOn(TaskExecutors.BLOCKING)
class TrashController {

    private final Trash trash;
    private final OwnConversations own;
    private final ConversationViews views;

    TrashController(Trash trash, OwnConversations own, ConversationViews views) {
        this.trash = trash;
        this.own = own;
        this.views = views;
    }

    /**
     * Puts it into the trash for 30 days; a temporary one is gone at once.
     *
     * @param permanent true to remove it for good, also from the trash
     */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(CurrentUser user, ConversationId id, @Nullable @QueryValue String permanent) {
        if (Boolean.TRUE.equals(QueryFlag.of("permanent", permanent))) {
            trash.remove(id, user.id());
        } else {
            trash.discard(id, user.id());
        }
    }

    /** Puts it back where it stood; one that lies in no trash stays where it is. */
    @Post("/{id}/restore")
    ConversationView restore(CurrentUser user, ConversationId id) {
        trash.restore(id, user.id());
        return views.of(own.require(id, user.id()));
    }

    /** Puts everything of the list and the archive into the trash. */
    @Delete
    Affected deleteAll(CurrentUser user) {
        return new Affected(trash.discardAll(user.id()));
    }

    /** Empties the trash for good. */
    @Delete("/trash")
    Affected empty(CurrentUser user) {
        return new Affected(trash.empty(user.id()));
    }
}
