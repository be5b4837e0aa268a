package dev.rechat.admin.user.csv;

import dev.rechat.admin.user.Memberships;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.GroupName;
import dev.rechat.persistence.account.MembershipRepository;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks up, in the caller's transaction, whom a table names. */
@Singleton
class KnownPeople {

    /** So many names in one statement. */
    private static final int AT_ONCE = 500;

    private final UserRepository users;
    private final MembershipRepository groups;
    private final Memberships memberships;

    KnownPeople(UserRepository users, MembershipRepository groups, Memberships memberships) {
        this.users = users;
        this.groups = groups;
        this.memberships = memberships;
    }

    /** Holds the accounts, always in one order, until the transaction ends. */
    Known hold(List<WantedPerson> wanted) {
        Collection<String> emails = wanted.stream()
                .map(WantedPerson::email)
                .filter(Objects::nonNull)
                .map(email -> email.value())
                .collect(Collectors.toCollection(TreeSet::new));
        Collection<String> names = wanted.stream()
                .map(WantedPerson::groups)
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, User> people = inPieces(emails, users::holdByEmails).stream()
                .collect(Collectors.toMap(User::email, Function.identity()));
        Collection<UserId> regrouped = wanted.stream()
                .filter(each -> each.groups() != null && each.email() != null)
                .map(each -> people.get(each.email().value()))
                .filter(Objects::nonNull)
                .map(User::id)
                .distinct()
                .toList();
        return new Known(
                people,
                memberships.of(regrouped),
                inPieces(names, groups::named).stream()
                        .collect(Collectors.toMap(GroupName::name, Function.identity())));
    }

    private static <T> List<T> inPieces(Collection<String> all, Function<List<String>, List<T>> read) {
        List<String> keys = List.copyOf(all);
        List<T> found = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            found.addAll(read.apply(keys.subList(from, Math.min(keys.size(), from + AT_ONCE))));
        }
        return found;
    }
}
