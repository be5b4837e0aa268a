package dev.rechat.usage.report;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.usage.UsageName;
import dev.rechat.persistence.usage.UsageNameRepository;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How apps and people are called today. Asks for as many as a page has, in two queries. */
@Singleton
public final class Labels {

    private final UsageNameRepository names;

    Labels(UsageNameRepository names) {
        this.names = names;
    }

    /** What was found, by id. */
    public record Known(Map<String, UsageName> apps, Map<String, UsageName> people) {

        public AppLabel app(AppId id) {
            return AppLabel.of(id.toString(), apps.get(id.toString()));
        }

        public PersonLabel person(UserId id) {
            return PersonLabel.of(id.toString(), people.get(id.toString()));
        }
    }

    public Known of(Collection<AppId> apps, Collection<UserId> people) {
        return new Known(
                byId(apps.isEmpty() ? List.of() : names.apps(Set.copyOf(apps))),
                byId(people.isEmpty() ? List.of() : names.people(Set.copyOf(people))));
    }

    private static Map<String, UsageName> byId(List<UsageName> found) {
        return found.stream().collect(Collectors.toUnmodifiableMap(UsageName::id, Function.identity()));
    }
}
