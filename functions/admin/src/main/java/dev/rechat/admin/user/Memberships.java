package dev.rechat.admin.user;

import dev.rechat.admin.group.MemberRecords;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.GroupName;
import dev.rechat.persistence.account.Membership;
import dev.rechat.persistence.account.MembershipRepository;
import dev.rechat.persistence.group.GroupMemberRepository;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which groups people are in. */
@Singleton
public class Memberships {

    /** So many at once in one statement. */
    private static final int PEOPLE = 100;

    /** So many at once in one statement, and in one entry of the audit log. */
    private static final int MOVING = 500;

    private final MembershipRepository rows;
    private final GroupMemberRepository members;
    private final MemberRecords records;
    private final Clock clock;

    Memberships(MembershipRepository rows, GroupMemberRepository members, MemberRecords records, Clock clock) {
        this.rows = rows;
        this.members = members;
        this.records = records;
        this.clock = clock;
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

    /** Has people join and leave groups, in the caller's transaction, and writes it down group by group. */
    @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
    public void apply(Collection<Move> moves, UserId administrator) {
        Map<GroupId, List<Move>> byGroup = new TreeMap<>(Comparator.comparing(GroupId::toString));
        moves.forEach(move ->
                byGroup.computeIfAbsent(move.group(), none -> new ArrayList<>()).add(move));
        byGroup.forEach((group, all) -> {
            for (int from = 0; from < all.size(); from += MOVING) {
                apply(group, all.subList(from, Math.min(all.size(), from + MOVING)), administrator);
            }
        });
    }

    private void apply(GroupId group, List<Move> moves, UserId administrator) {
        List<UserId> joined = people(moves, true);
        if (!joined.isEmpty()) {
            members.add(group, joined, clock.instant());
        }
        List<UserId> left = people(moves, false);
        if (!left.isEmpty()) {
            members.remove(group, left);
        }
        records.write(group, administrator, joined, left);
    }

    private static List<UserId> people(List<Move> moves, boolean joining) {
        return moves.stream()
                .filter(move -> move.joins() == joining)
                .map(Move::person)
                .toList();
    }
}
