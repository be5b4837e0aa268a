package dev.rechat.persistence.group;

import static dev.rechat.persistence.Rows.IDS;
import static dev.rechat.persistence.Rows.NOON;
import static dev.rechat.persistence.TestPersistence.bean;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.Rows;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.app.AppGroupRepository;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.database.DuplicateKeyException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupRepositoryIT {

    private final GroupRepository groups = bean(GroupRepository.class);
    private final GroupMemberRepository members = bean(GroupMemberRepository.class);

    @Test
    void keepsWhatIsStored() {
        Group group = groups.save(group("法務 😀 " + IDS.next()));

        ListedGroup listed = groups.findListed(group.id()).orElseThrow();
        assertThat(listed.name()).isEqualTo(group.name());
        assertThat(listed.createdAt()).isEqualTo(NOON);
        assertThat(listed.memberCount()).isZero();
        assertThat(groups.listKnown(List.of(group.id(), IDS.nextGroupId())))
                .containsExactly(group.id().toString());
    }

    @Test
    void tellsThatANameIsTaken() {
        Group first = groups.save(group("Sales " + IDS.next()));

        var onInsert = catchThrowableOfType(DuplicateKeyException.class, () -> groups.save(group(first.name())));
        Group second = groups.save(group("Other " + IDS.next()));
        var onUpdate = catchThrowableOfType(
                DuplicateKeyException.class, () -> groups.update(new Group(second.id(), first.name(), "", NOON, NOON)));

        assertThat(onInsert.violates(GroupRepository.NAME_KEY)).isTrue();
        assertThat(onUpdate.violates(GroupRepository.NAME_KEY)).isTrue();
    }

    @Test
    void addsAndRemovesMembersOnceAndSaysHowMany() {
        GroupId group = groups.save(group("Team " + IDS.next())).id();
        UserId ada = Rows.savedUser();
        UserId bob = Rows.savedUser();

        assertThat(members.add(group, List.of(ada, IDS.nextUserId()), NOON)).isEqualTo(1);
        assertThat(members.add(group, List.of(ada, bob), NOON)).isEqualTo(1);
        assertThat(members.count(group)).isEqualTo(2);
        assertThat(members.listAmong(group, List.of(ada, IDS.nextUserId()))).containsExactly(ada.toString());
        assertThat(members.remove(group, List.of(ada))).isEqualTo(1);
        assertThat(members.remove(group, List.of(ada))).isZero();
        assertThat(members.listAfter(group, "", 10)).extracting(GroupMember::id).containsExactly(bob);
    }

    @Test
    void pagesThroughMembersWithoutGapOrRepeat() {
        GroupId group = groups.save(group("Pages " + IDS.next())).id();
        List<UserId> added = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            added.add(Rows.savedUser());
        }
        members.add(group, added, NOON);

        List<UserId> seen = new ArrayList<>();
        String after = "";
        for (var page = members.listAfter(group, after, 2);
                !page.isEmpty();
                page = members.listAfter(group, after, 2)) {
            page.forEach(member -> seen.add(member.id()));
            after = page.getLast().id().toString();
        }

        assertThat(seen).containsExactlyElementsOf(added);
    }

    @Test
    void goesWithItsMembersAndItsAppsButLeavesPeopleAndApps() {
        GroupId group = groups.save(group("Short " + IDS.next())).id();
        UserId ada = Rows.savedUser();
        var app = bean(AppRepository.class).save(Rows.app());
        members.add(group, List.of(ada), NOON);
        bean(AppGroupRepository.class).add(app.id(), List.of(group));

        assertThat(groups.deleteById(group)).isEqualTo(1);

        assertThat(members.count(group)).isZero();
        assertThat(bean(AppGroupRepository.class).list(List.of(app.id()))).isEmpty();
        assertThat(bean(UserRepository.class).findById(ada)).isPresent();
        assertThat(bean(AppRepository.class).findById(app.id())).isPresent();
    }

    @Test
    void listsByName() {
        String mark = IDS.next().toString();
        Group second = groups.save(group(mark + " b"));
        Group first = groups.save(group(mark + " a"));

        assertThat(groups.listAfter(mark, 2)).extracting(ListedGroup::id).containsExactly(first.id(), second.id());
        assertThat(groups.listAfter(first.name(), 1))
                .extracting(ListedGroup::id)
                .containsExactly(second.id());
    }

    private static Group group(String name) {
        return new Group(IDS.nextGroupId(), name, "", NOON, NOON);
    }
}
