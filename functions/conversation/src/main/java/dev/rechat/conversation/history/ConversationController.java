package dev.rechat.conversation.history;

import dev.rechat.conversation.tag.Tags;
import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.FolderId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationFilter;
import dev.rechat.persistence.conversation.ConversationLists;
import dev.rechat.persistence.conversation.ConversationPlace;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.database.Deadlocks;
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
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A person's own conversations; anybody else's are as if they did not exist. */
@Controller("/api/v1/conversations")
@Secured(Permission.READ)
@ExecuteOn(TaskExecutors.BLOCKING)
class ConversationController {

    private final ConversationLists lists;
    private final ConversationRepository conversations;
    private final OwnConversations own;
    private final ConversationChanges changes;
    private final ConversationViews views;
    private final Counting counting;
    private final Clock clock;

    ConversationController(
            ConversationLists lists,
            ConversationRepository conversations,
            OwnConversations own,
            ConversationChanges changes,
            ConversationViews views,
            Counting counting,
            Clock clock) {
        this.lists = lists;
        this.conversations = conversations;
        this.own = own;
        this.changes = changes;
        this.views = views;
        this.counting = counting;
        this.clock = clock;
    }

    /** One of the lists, or what of it belongs to an app, lies in a folder, has a tag; pinned first, then latest activity. */
    @Get
    Page<ConversationView> list(
            CurrentUser user,
            @Nullable @QueryValue String place,
            @Nullable @QueryValue("app_id") AppId appId,
            @Nullable @QueryValue("folder_id") FolderId folderId,
            @Nullable @QueryValue String tag,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        ConversationFilter filter = new ConversationFilter(place(place), appId, folderId, Tags.filter(tag));
        List<Conversation> rows = lists.page(
                user.id(),
                filter,
                request.start().map(ConversationPosition::of).orElse(null),
                clock.instant(),
                request.rows());
        Page<Conversation> page = request.page(rows, ConversationPosition::cursor, Function.identity());
        return new Page<>(views.of(page.data(), user.id()), page.nextCursor());
    }

    private static ConversationPlace place(@Nullable String name) {
        return name == null
                ? ConversationPlace.LIST
                : ConversationPlace.of(name)
                        .orElseThrow(
                                () -> new ValidationException("place", "invalid", "must be list, archive or trash"));
    }

    @Get("/counts")
    ConversationCounts counts(CurrentUser user) {
        return counting.of(user.id());
    }

    @Get("/{id}")
    ConversationView get(CurrentUser user, ConversationId id) {
        return views.of(own.require(id, user.id()));
    }

    /** Renames, pins, archives, tags, moves to a folder, keeps a temporary one. Its time stays. */
    @Patch("/{id}")
    @Secured(Permission.CHAT)
    ConversationView change(CurrentUser user, ConversationId id, @Valid @Body ChangeConversation change) {
        return Deadlocks.retry(() -> {
            changes.change(id, user.id(), change);
            return get(user, id);
        });
    }

    /** Takes it out of its folder, if it is in one. */
    @Delete("/{id}/folder")
    @Secured(Permission.CHAT)
    @Status(HttpStatus.NO_CONTENT)
    void leaveFolder(CurrentUser user, ConversationId id) {
        if (conversations.leaveFolder(own.require(id, user.id()).id(), user.id()) == 0) {
            throw new NotFoundException("conversation");
        }
    }
}
