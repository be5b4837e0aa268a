package dev.rechat.admin.user.csv;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/**
 * Names of groups in one cell, with semicolons between them; one that belongs to a name has a backslash before it, as has a
 * backslash.
 */
final class GroupCell {

    private GroupCell() {}

    static String write(List<String> names) {
        return names.stream()
                .map(name -> name.replace("\\", "\\\\").replace(";", "\\;"))
                .collect(Collectors.joining(";"));
    }

    /** Each once, in their order; none for a cell that has nothing but semicolons. */
    static SequencedSet<String> read(String cell) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char sign = cell.charAt(i);
            if (sign == '\\' && i + 1 < cell.length()) {
                part.append(cell.charAt(++i));
            } else if (sign == ';') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(sign);
            }
        }
        parts.add(part.toString());
        return parts.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
