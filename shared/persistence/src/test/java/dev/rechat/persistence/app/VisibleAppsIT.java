package dev.rechat.persistence.app;

import static dev.rechat.persistence.Rows.IDS;
import static dev.rechat.persistence.Rows.NOON;
import static dev.rechat.persistence.TestPersistence.bean;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.Rows;
import dev.rechat.persistence.group.Group;
import dev.rechat.persistence.group.GroupMemberRepository;
import dev.rechat.persistence.group.GroupRepository;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisibleAppsIT {

    private final AppRepository apps = bean(AppRepository.class);
    private final VisibleAppRepository visible = bean(VisibleAppRepository.class);
    private final AppGroupRepository given = bean(AppGroupRepository.class);
    private final GroupMemberRepository members = bean(GroupMemberRepository.class);
    private final UserId member = Rows.savedUser();
    private final UserId stranger = Rows.savedUser();

    @Test
    void showsAnAppForAllToEverybody() {
        App app = apps.save(Rows.app());
        given.add(app.id(), List.of(group()));

        assertThat(visible.find(app.id(), stranger)).contains(app);
        assertThat(visible.find(app.slug(), stranger)).contains(app);
        assertThat(listed(stranger)).contains(app.id());
    }

    @Test
    void showsAnAppForGroupsToTheirMembersOnly() {
        GroupId group = group();
        members.add(group, List.of(member), NOON);
        App app = forGroups(group, group());

        assertThat(visible.find(app.id().toString(), member)).contains(app);
        assertThat(visible.find(app.slug(), member)).contains(app);
        assertThat(listed(member)).containsOnlyOnce(app.id());
        assertThat(visible.find(app.id().toString(), stranger)).isEmpty();
        assertThat(visible.find(app.slug(), stranger)).isEmpty();
        assertThat(listed(stranger)).doesNotContain(app.id());
    }

    @Test
    void hidesAnAppAtOnceFromWhoLeavesTheGroup() {
        GroupId group = group();
        members.add(group, List.of(member), NOON);
        App app = forGroups(group);

        members.remove(group, List.of(member));

        assertThat(visible.find(app.id(), member)).isEmpty();
    }

    @Test
    void showsAnAppToNobodyOnceItsOnlyGroupIsGone() {
        GroupId group = group();
        members.add(group, List.of(member), NOON);
        App app = forGroups(group);
        App shared = forGroups(group, group());

        assertThat(given.listOnlyFor(group, 10)).containsExactly(app);
        bean(GroupRepository.class).deleteById(group);

        assertThat(visible.find(app.id(), member)).isEmpty();
        assertThat(visible.find(shared.id(), member)).isEmpty();
        assertThat(apps.findById(app.id())).contains(app);
    }

    @Test
    void findsNothingByATextThatNoSlugIs() {
        assertThat(visible.find("服务台-😀-\u0000", stranger)).isEmpty();
    }

    private List<AppId> listed(UserId user) {
        return visible.listEnabledAfter(user, AppPlace.START, 1000).stream()
                .map(App::id)
                .toList();
    }

    private App forGroups(GroupId... groups) {
        App app = apps.save(Rows.app().visibleTo(AppAudience.GROUPS));
        given.add(app.id(), List.of(groups));
        return app;
    }

    private static GroupId group() {
        GroupId id = IDS.nextGroupId();
        return bean(GroupRepository.class)
                .save(new Group(id, "Group " + id, "", NOON, NOON))
                .id();
    }
}
