package dev.rechat.admin.group;

import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.group.GroupMemberRepository;
import dev.rechat.persistence.group.GroupRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts people into groups and takes them out. Done twice, it is done once. */
@Singleton
class GroupMembers {

    private final GroupRepository groups;
    private final GroupMemberRepository members;
    private final MemberRecords records;
    private final Clock clock;

    GroupMembers(GroupRepository groups, GroupMemberRepository members, MemberRecords records, Clock clock) {
        this.groups = groups;
        this.members = members;
        this.records = records;
        this.clock = clock;
    }

    /**
     * One change at a time per group. What really changed stands in the audit log, person by person.
     *
     * @throws NotFoundException when there is no such group, or one of those to add is nobody; nothing changes then
     */
    @Transactional
    ChangedMembers change(GroupId id, ChangeMembers change, UserId administrator) {
        var _ = groups.findForUpdate(id).orElseThrow(GroupAdministration::unknown);
        Set<UserId> wanted = change.added();
        if (!wanted.isEmpty() && members.countKnown(wanted) != wanted.size()) {
            throw new NotFoundException("user");
        }
        Set<UserId> here = among(id, wanted);
        List<UserId> added =
                wanted.stream().filter(user -> !here.contains(user)).toList();
        if (!added.isEmpty()) {
            members.add(id, added, clock.instant());
        }
        Set<UserId> removed = among(id, change.removed());
        if (!removed.isEmpty()) {
            members.remove(id, removed);
        }
        if (!added.isEmpty() || !removed.isEmpty()) {
            records.write(id, administrator, added, removed);
        }
        return new ChangedMembers(added.size(), removed.size(), members.count(id));
    }

    private Set<UserId> among(GroupId id, Set<UserId> users) {
        return users.isEmpty()
                ? Set.of()
                : members.listAmong(id, users).stream().map(UserId::of).collect(Collectors.toSet());
    }
}
