package dev.rechat.usage.report;

import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.usage.UsageDimension;
import dev.rechat.persistence.usage.UsageFilter;
import dev.rechat.persistence.usage.UsageGroup;
import dev.rechat.persistence.usage.UsagePlace;
import dev.rechat.persistence.usage.UsageSort;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a report is to tell: which usage, told apart by what, what first. */
public record UsageQuestion(UsageFilter filter, Set<UsageDimension> by, UsageSort sort) {

    /** As many digits as sums have; nothing that would have to be written out first. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,20}(\\.\\d{1,10})?");

    /** @param by in the order of the dimensions */
    public UsageQuestion {
        by = EnumSet.copyOf(by);
    }

    /**
     * @param by names separated by commas; by day where nothing is said
     * @param dimensions that may be asked for
     * @throws ValidationException for anything else
     */
    public static UsageQuestion of(
            UsageFilter filter, @Nullable String by, Set<UsageDimension> dimensions, @Nullable String sort) {
        return new UsageQuestion(filter, dimensions(by, dimensions), sort(sort));
    }

    private static Set<UsageDimension> dimensions(@Nullable String by, Set<UsageDimension> allowed) {
        Set<UsageDimension> wanted = EnumSet.noneOf(UsageDimension.class);
        for (String name : by == null ? List.of("day") : List.of(by.split(",", -1))) {
            UsageDimension dimension = Stream.of(UsageDimension.values())
                    .filter(each -> each.wireName().equals(name))
                    .filter(allowed::contains)
                    .findFirst()
                    .orElseThrow(() -> invalid("by", allowed.stream().map(UsageDimension::wireName)));
            if (!wanted.add(dimension)) {
                throw invalid("by", allowed.stream().map(UsageDimension::wireName));
            }
        }
        return wanted;
    }

    private static UsageSort sort(@Nullable String name) {
        return name == null
                ? UsageSort.KEY
                : Stream.of(UsageSort.values())
                        .filter(each -> each.wireName().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                invalid("sort", Stream.of(UsageSort.values()).map(UsageSort::wireName)));
    }

    private static ValidationException invalid(String field, Stream<String> allowed) {
        return new ValidationException(
                field, "invalid", "must be of " + allowed.sorted().collect(Collectors.joining(", ")));
    }

    /** A place as the parts of a cursor of this question's list. */
    public List<String> parts(UsagePlace place) {
        List<String> parts = new ArrayList<>(List.of(name(), Money.plain(place.value())));
        UsageGroup group = place.group();
        Stream.of(group.day(), group.app(), group.user())
                .map(each -> each == null ? "" : each.toString())
                .forEach(parts::add);
        return parts;
    }

    /** What the parts of a cursor mean; empty when they are of another list. */
    public Optional<UsagePlace> place(List<String> parts) {
        if (parts.size() != 5
                || !parts.get(0).equals(name())
                || !NUMBER.matcher(parts.get(1)).matches()) {
            return Optional.empty();
        }
        try {
            UsageGroup group = new UsageGroup(
                    by.contains(UsageDimension.DAY)
                            ? UsageRange.day(parts.get(2)).orElseThrow()
                            : null,
                    by.contains(UsageDimension.APP) ? AppId.of(parts.get(3)) : null,
                    by.contains(UsageDimension.USER) ? UserId.of(parts.get(4)) : null);
            return Optional.of(new UsagePlace(new BigDecimal(parts.get(1)), group));
        } catch (NoSuchElementException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private String name() {
        return by.stream().map(UsageDimension::wireName).collect(Collectors.joining(",")) + " " + sort.wireName();
    }
}
