package dev.rechat.admin.app;

import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppGroup;
import dev.rechat.persistence.app.AppGroupRepository;
import dev.rechat.persistence.group.GroupRepository;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which groups apps are given to. */
@Singleton
final class AppGroups {

    private final AppGroupRepository given;
    private final GroupRepository groups;

    AppGroups(AppGroupRepository given, GroupRepository groups) {
        this.given = given;
        this.groups = groups;
    }

    /** The groups of some apps; nothing for one that is given to none. */
    Map<AppId, List<GroupId>> of(Collection<App> apps) {
        return apps.isEmpty()
                ? Map.of()
                : given.list(apps.stream().map(App::id).toList()).stream()
                        .collect(Collectors.groupingBy(
                                AppGroup::appId, Collectors.mapping(AppGroup::groupId, Collectors.toList())));
    }

    List<GroupId> of(App app) {
        return of(List.of(app)).getOrDefault(app.id(), List.of());
    }

    /**
     * Gives an app to these groups and no others; part of the caller's transaction, which holds the app.
     *
     * @return whether it was given to others before
     * @throws ValidationException of {@code group_ids} for a group that there is none of
     */
    boolean replace(App app, List<GroupId> wanted) {
        Set<GroupId> after = new LinkedHashSet<>(wanted);
        Set<GroupId> before = new LinkedHashSet<>(of(app));
        if (after.equals(before)) {
            return false;
        }
        if (!after.isEmpty() && groups.listKnown(after).size() != after.size()) {
            throw unknown();
        }
        given.removeAll(app.id());
        // A group can go between the two questions; the app is given to those that there still are.
        if (!after.isEmpty() && given.add(app.id(), after) != after.size()) {
            throw unknown();
        }
        return true;
    }

    private static ValidationException unknown() {
        return new ValidationException("group_ids", "unknown", "names a group that there is none of");
    }
}
