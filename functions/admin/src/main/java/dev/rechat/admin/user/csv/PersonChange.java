package dev.rechat.admin.user.csv;

import dev.rechat.admin.user.Move;
import dev.rechat.admin.user.StandingChanges.Standing;
import dev.rechat.persistence.account.GroupName;
import dev.rechat.persistence.account.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes different about somebody.
 *
 * @param displayName null where it stays, as {@code language}
 */
record PersonChange(
        User person,
        Standing before,
        Standing after,
        @Nullable String displayName,
        @Nullable String language,
        List<GroupName> joined,
        List<GroupName> left,
        List<FieldChange> changes) {

    static PersonChange of(User person, WantedPerson wanted, Known known) {
        List<FieldChange> changes = new ArrayList<>();
        Standing before = new Standing(person.role(), person.active());
        Standing after = new Standing(
                Objects.requireNonNullElse(wanted.role(), person.role()),
                Objects.requireNonNullElse(wanted.active(), person.active()));
        String name = different(Column.DISPLAY_NAME, person.displayName(), wanted.displayName(), changes);
        String _ = different(Column.ROLE, before.role().code(), after.role().code(), changes);
        String language = different(Column.LANGUAGE, person.language(), wanted.language(), changes);
        String _ =
                different(Column.ACTIVE, Boolean.toString(before.active()), Boolean.toString(after.active()), changes);
        List<GroupName> old = known.groupsOf(person);
        List<GroupName> now = wanted.groups() == null
                ? old
                : wanted.groups().stream()
                        .map(known.groups()::get)
                        .filter(Objects::nonNull)
                        .toList();
        List<GroupName> joined = without(now, old);
        List<GroupName> left = without(old, now);
        if (!joined.isEmpty() || !left.isEmpty()) {
            changes.add(new FieldChange(Column.GROUPS.header(), cell(old), cell(now)));
        }
        return new PersonChange(person, before, after, name, language, joined, left, List.copyOf(changes));
    }

    /** Who joins what and leaves what. */
    List<Move> moves() {
        return Stream.concat(
                        joined.stream().map(group -> new Move(person.id(), group.id(), true)),
                        left.stream().map(group -> new Move(person.id(), group.id(), false)))
                .toList();
    }

    boolean isNone() {
        return changes.isEmpty();
    }

    private static @Nullable String different(
            Column column, String old, @Nullable String wanted, List<FieldChange> changes) {
        if (wanted == null || wanted.equals(old)) {
            return null;
        }
        changes.add(new FieldChange(column.header(), old, wanted));
        return wanted;
    }

    private static List<GroupName> without(List<GroupName> these, List<GroupName> those) {
        Set<GroupName> taken = new HashSet<>(those);
        return these.stream().filter(group -> !taken.contains(group)).toList();
    }

    private static String cell(List<GroupName> groups) {
        return GroupCell.write(groups.stream().map(GroupName::name).toList());
    }

    @Override
    public String toString() {
        return "PersonChange[person=" + person.id() + "]";
    }
}
