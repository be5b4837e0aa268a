package dev.rechat.admin.user.csv;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.GroupName;
import dev.rechat.persistence.account.User;
import java.util.List;
import java.util.Map;

/**
 * What the house has of what a table names.
 *
 * @param people by address
 * @param memberships of those people
 * @param groups by name
 */
record Known(Map<String, User> people, Map<UserId, List<GroupName>> memberships, Map<String, GroupName> groups) {

    List<GroupName> groupsOf(User person) {
        return memberships.getOrDefault(person.id(), List.of());
    }

    @Override
    public String toString() {
        return "Known[people=" + people.size() + ", groups=" + groups.size() + "]";
    }
}
