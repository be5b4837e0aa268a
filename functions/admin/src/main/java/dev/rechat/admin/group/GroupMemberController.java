package dev.rechat.admin.group;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.group.GroupMember;
import dev.rechat.persistence.group.GroupMemberRepository;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is in a group. */
@Controller("/api/v1/admin/groups/{id}/members")
@Secured(Permission.ADMINISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
class GroupMemberController {

    private static final String BEFORE_THE_FIRST = "";

    private final GroupAdministration groups;
    private final GroupMemberRepository members;
    private final GroupMembers changes;

    GroupMemberController(GroupAdministration groups, GroupMemberRepository members, GroupMembers changes) {
        this.groups = groups;
        this.members = members;
        this.changes = changes;
    }

    /** Its members, in the order in which their accounts were made. */
    @Get
    Page<MemberView> list(GroupId id, @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        String after = request.start().map(GroupMemberController::place).orElse(BEFORE_THE_FIRST);
        groups.require(id);
        List<GroupMember> rows = members.listAfter(id, after, request.rows());
        return request.page(rows, member -> Cursor.of(member.id().toString()), MemberView::of);
    }

    /** Adds some and removes some; who is in it already, or not any more, stays so. All or nothing. */
    @Put
    @Secured(Permission.GOVERN)
    ChangedMembers change(GroupId id, @Valid @Body ChangeMembers request, CurrentUser administrator) {
        request.check();
        return Deadlocks.retry(() -> changes.change(id, request, administrator.id()));
    }

    private static String place(Cursor cursor) {
        try {
            return UserId.of(String.join("", cursor.parts())).toString();
        } catch (IllegalArgumentException notAnId) {
            throw Cursor.invalid();
        }
    }
}
