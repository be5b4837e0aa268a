package dev.rechat.conversation.folder;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.FolderId;
import dev.rechat.web.paging.Page;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;

/** A person's own folders; anybody else's are as if they did not exist. */
@Controller("/api/v1/folders")
@Secured(Permission.CHAT)
@ExecuteOn(TaskExecutors.BLOCKING)
class FolderController {

    private final Folders folders;

    FolderController(Folders folders) {
        this.folders = folders;
    }

    /** All of them in one page, in order of their names. */
    @Get
    @Secured(Permission.READ)
    Page<FolderView> list(CurrentUser user) {
        return new Page<>(folders.list(user.id()).stream().map(FolderView::of).toList(), null);
    }

    @Post
    @Status(HttpStatus.CREATED)
    FolderView create(CurrentUser user, @Valid @Body NameFolder named) {
        return FolderView.of(folders.create(user.id(), named.name()));
    }

    @Patch("/{id}")
    FolderView rename(CurrentUser user, FolderId id, @Valid @Body NameFolder named) {
        return FolderView.of(folders.rename(id, user.id(), named.name()));
    }

    /** Its conversations stay, outside of any folder. */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(CurrentUser user, FolderId id) {
        folders.delete(id, user.id());
    }
}
