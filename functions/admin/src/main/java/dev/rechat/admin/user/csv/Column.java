package dev.rechat.admin.user.csv;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a table of people has; only the address must be there. */
enum Column {
    EMAIL,
    DISPLAY_NAME,
    ROLE,
    LANGUAGE,
    ACTIVE,
    GROUPS;

    static final List<String> HEADER = Stream.of(values()).map(Column::header).toList();

    static Optional<Column> of(String header) {
        return Stream.of(values())
                .filter(column -> column.header().equals(header))
                .findFirst();
    }

    /** What stands above it. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }
}
