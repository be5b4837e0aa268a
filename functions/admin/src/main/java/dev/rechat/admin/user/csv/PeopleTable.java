package dev.rechat.admin.user.csv;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.web.csv.CsvCells;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads a table of people: RFC 4180 in UTF-8, strictly. What is no such table is refused as a whole. */
final class PeopleTable {

    static final int MOST_ROWS = 5000;

    private static final String BODY = "body";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final int LONGEST_QUOTE = 50;

    private PeopleTable() {}

    /** @throws ValidationException when this is no table, has other columns, or too many rows */
    static List<PeopleRow> read(byte[] file) {
        String text = decoded(file);
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowExtraFields(false)
                .allowMissingFields(false)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            return rows(records);
        } catch (CsvParseException broken) {
            throw new ValidationException(
                    BODY, "malformed", "is no table of comma-separated values: " + broken.getMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<PeopleRow> rows(CsvReader<CsvRecord> records) {
        List<Column> columns = List.of();
        List<PeopleRow> rows = new ArrayList<>();
        for (CsvRecord each : records) {
            if (columns.isEmpty()) {
                columns = columns(each.getFields());
            } else if (rows.size() == MOST_ROWS) {
                throw new ValidationException(BODY, "too_many", "has more than " + MOST_ROWS + " rows");
            } else {
                rows.add(row(each, columns));
            }
        }
        if (columns.isEmpty()) {
            throw new ValidationException(BODY, "required", "must begin with a line of column names");
        }
        return rows;
    }

    private static PeopleRow row(CsvRecord written, List<Column> columns) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (int i = 0; i < columns.size(); i++) {
            String cell = CsvCells.bare(written.getField(i)).strip();
            if (!cell.isEmpty()) {
                cells.put(columns.get(i), cell);
            }
        }
        return new PeopleRow(Math.toIntExact(written.getStartingLineNumber()), cells);
    }

    private static List<Column> columns(List<String> header) {
        List<Column> columns = new ArrayList<>();
        for (String name : header) {
            Column column = Column.of(name.strip())
                    .orElseThrow(() -> new ValidationException(
                            quoted(name),
                            "unknown_field",
                            "is no column; columns are " + String.join(",", Column.HEADER)));
            if (columns.contains(column)) {
                throw new ValidationException(column.header(), "duplicate_field", "is given more than once");
            }
            columns.add(column);
        }
        if (!columns.contains(Column.EMAIL)) {
            throw new ValidationException(Column.EMAIL.header(), "required", "must be a column");
        }
        return columns;
    }

    private static String decoded(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new ValidationException(BODY, "invalid", "is not UTF-8");
        }
    }

    private static String quoted(String name) {
        return name.length() <= LONGEST_QUOTE ? name : name.substring(0, LONGEST_QUOTE) + "…";
    }
}
