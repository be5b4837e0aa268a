package dev.rechat.admin.user.csv;

import java.util.Map;

/**
 * A row of a table as it stands there.
 *
 * @param line of the file on which it begins
 * @param cells without those that are empty
 */
record PeopleRow(int line, Map<Column, String> cells) {

    PeopleRow {
        cells = Map.copyOf(cells);
    }

    String get(Column column) {
        return cells.getOrDefault(column, "");
    }

    @Override
    public String toString() {
        return "PeopleRow[line=" + line + "]";
    }
}
