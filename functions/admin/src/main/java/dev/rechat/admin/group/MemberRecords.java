package dev.rechat.admin.group;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.UserId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes down who has joined and left a group, person by person. */
@Singleton
public final class MemberRecords {

    private final Audit audit;

    MemberRecords(Audit audit) {
        this.audit = audit;
    }

    public void write(GroupId group, UserId administrator, Collection<UserId> added, Collection<UserId> removed) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("added", Integer.toString(added.size()));
        details.put("removed", Integer.toString(removed.size()));
        details.put("added_ids", joined(added));
        details.put("removed_ids", joined(removed));
        details.values().removeIf(String::isEmpty);
        audit.record(AuditAction.GROUP_MEMBERS_CHANGED, administrator, Audit.GROUP, group.toString(), details);
    }

    private static String joined(Collection<UserId> users) {
        return users.stream().map(UserId::toString).sorted().collect(Collectors.joining(" "));
    }
}
