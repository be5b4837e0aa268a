package dev.rechat.local.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may do what, as {@code docs/access.md} says it: one row per operation, one column per identity.
 *
 * @param rows by the operation's name
 */
record AccessTable(Map<String, Map<Identity, String>> rows) {

    static final Path DOCUMENT = Path.of("..", "..", "docs", "access.md");

    private static final String FIRST_COLUMN = "operation";

    static AccessTable read() {
        try {
            return parse(Files.readAllLines(DOCUMENT));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalStateException when a row is there twice or has another number of cells than there are identities */
    static AccessTable parse(List<String> lines) {
        Map<String, Map<Identity, String>> rows = new TreeMap<>();
        List<Identity> columns = List.of();
        for (String line : lines) {
            List<String> cells = cells(line);
            if (!cells.isEmpty() && cells.getFirst().equals(FIRST_COLUMN)) {
                columns = cells.stream().skip(1).map(AccessTable::identity).toList();
            } else if (!columns.isEmpty()
                    && !cells.isEmpty()
                    && !cells.getFirst().startsWith("---")) {
                if (cells.size() != columns.size() + 1 || rows.put(cells.getFirst(), row(columns, cells)) != null) {
                    throw new IllegalStateException("a row of the wrong length, or there twice: " + line);
                }
            } else if (cells.isEmpty()) {
                columns = List.of();
            }
        }
        return new AccessTable(rows);
    }

    private static List<String> cells(String line) {
        if (!line.startsWith("|")) {
            return List.of();
        }
        return Arrays.stream(line.substring(1).split("\\|", -1))
                .map(cell -> cell.strip().replace("`", ""))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private static Identity identity(String column) {
        return Stream.of(Identity.values())
                .filter(each -> each.column().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody is called " + column));
    }

    private static Map<Identity, String> row(List<Identity> columns, List<String> cells) {
        Map<Identity, String> row = new EnumMap<>(Identity.class);
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), cells.get(i + 1));
        }
        return row;
    }

    /** A row as the document has it. */
    static String line(String operation, Map<Identity, String> outcomes) {
        return Stream.concat(
                        Stream.of("`" + operation + "`"),
                        Stream.of(Identity.values()).map(outcomes::get))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** What is wrong with the document, given what happened; empty when nothing is. */
    List<String> differences(Map<String, Map<Identity, String>> seen) {
        List<String> differences = new ArrayList<>();
        seen.forEach((operation, outcomes) -> {
            Map<Identity, String> expected = rows.get(operation);
            if (expected == null) {
                differences.add("no row; decide whether this is right, and add: " + line(operation, outcomes));
                return;
            }
            outcomes.forEach((identity, outcome) -> {
                if (!outcome.equals(expected.get(identity))) {
                    differences.add("%s as %s: %s instead of %s"
                            .formatted(operation, identity.column(), outcome, expected.get(identity)));
                }
            });
        });
        rows.keySet().stream()
                .filter(operation -> !seen.containsKey(operation))
                .forEach(operation -> differences.add("a row for what is not there, take it out: " + operation));
        return differences;
    }
}
