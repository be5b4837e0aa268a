package dev.rechat.auth.export;

import java.util.ArrayList;
import java.util.List;

/**
 * What goes into one answer. Full when it has as many records as were asked for, or enough bytes: an answer takes at most
 * {@link #ENOUGH} and one record more, whatever people write.
 */
final class ExportPage {

    /** Functions answer with 6 MB at most, and text grows as it becomes JSON. */
    static final long ENOUGH = 1024 * 1024;

    private final int limit;
    private final List<ExportRecord> records = new ArrayList<>();
    private List<String> place = List.of();
    private long bytes;

    ExportPage(int limit) {
        this.limit = limit;
    }

    /** @param after the place behind the record, to go on from */
    void add(ExportRecord record, long size, List<String> after) {
        records.add(record);
        place = after;
        bytes += size;
    }

    boolean full() {
        return records.size() >= limit || bytes >= ENOUGH;
    }

    /** How many records there is room for; some, unless it is full. */
    int room() {
        return limit - records.size();
    }

    /** How many bytes there is room for; some, unless it is full. */
    long roomBytes() {
        return ENOUGH - bytes;
    }

    /** Behind the last record. */
    List<String> place() {
        return place;
    }

    List<ExportRecord> records() {
        return records;
    }
}
