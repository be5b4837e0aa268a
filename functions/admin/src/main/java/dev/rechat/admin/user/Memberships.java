package dev.rechat.admin.user;

import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.GroupName;
import dev.rechat.persistence.account.Membership;
import dev.rechat.persistence.account.MembershipRepository;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which groups people are in. */
@Singleton
public class Memberships {

    /** So many at once in one statement. */
    private static final int PEOPLE = 100;

    private final MembershipRepository rows;

    Memberships(MembershipRepository rows) {
        this.rows = rows;
    }

    /** The groups of each of these people, by name. */
    public Map<UserId, List<GroupName>> of(Collection<UserId> people) {
        Map<UserId, List<GroupName>> found = new HashMap<>();
        List<String> ids = people.stream().map(UserId::toString).toList();
        for (int from = 0; from < ids.size(); from += PEOPLE) {
            for (Membership each : rows.listOf(ids.subList(from, Math.min(ids.size(), from + PEOPLE)))) {
                found.computeIfAbsent(each.userId(), person -> new ArrayList<>())
                        .add(each.group());
            }
        }
        people.forEach(person -> found.putIfAbsent(person, List.of()));
        return found;
    }

    List<GroupName> of(UserId person) {
        return of(List.of(person)).getOrDefault(person, List.of());
    }

    /** @throws ValidationException when one of them is none */
    List<GroupName> require(Collection<GroupId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Set<GroupId> wanted = Set.copyOf(ids);
        List<GroupName> found =
                rows.groups(wanted.stream().map(GroupId::toString).toList());
        if (found.size() < wanted.size()) {
            throw new ValidationException("group_ids", "unknown", "names a group that there is not");
        }
        return found;
    }
}
