package dev.rechat.admin.group;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.group.GroupRepository;
import dev.rechat.persistence.group.ListedGroup;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups of people. */
@Controller("/api/v1/admin/groups")
@Secured(Permission.ADMINISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
class AdminGroupController {

    private static final String BEFORE_THE_FIRST = "";

    private final GroupRepository groups;
    private final GroupAdministration administration;

    AdminGroupController(GroupRepository groups, GroupAdministration administration) {
        this.groups = groups;
        this.administration = administration;
    }

    /** All groups, in order of their names. */
    @Get
    Page<AdminGroupView> list(@Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        String after = request.start().map(AdminGroupController::place).orElse(BEFORE_THE_FIRST);
        List<ListedGroup> rows = groups.listAfter(after, request.rows());
        return request.page(rows, group -> Cursor.of(group.name()), AdminGroupView::of);
    }

    @Post
    @Secured(Permission.GOVERN)
    @Status(HttpStatus.CREATED)
    AdminGroupView create(@Valid @Body CreateGroup request, CurrentUser administrator) {
        return AdminGroupView.of(Deadlocks.retry(() -> administration.create(request, administrator.id())));
    }

    @Get("/{id}")
    AdminGroupView get(GroupId id) {
        return AdminGroupView.of(administration.require(id));
    }

    @Patch("/{id}")
    @Secured(Permission.GOVERN)
    AdminGroupView change(GroupId id, @Valid @Body ChangeGroup request, CurrentUser administrator) {
        return AdminGroupView.of(Deadlocks.retry(() -> administration.change(id, request, administrator.id())));
    }

    /** Removes a group and its budgets, not its members; apps that were for it alone exist for nobody then. */
    @Delete("/{id}")
    @Secured(Permission.GOVERN)
    DeletedGroup delete(GroupId id, CurrentUser administrator) {
        return administration.delete(id, administrator.id());
    }

    private static String place(Cursor cursor) {
        return String.join("", cursor.parts());
    }
}
