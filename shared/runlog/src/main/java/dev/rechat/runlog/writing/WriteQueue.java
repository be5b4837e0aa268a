package dev.rechat.runlog.writing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is not written yet, the oldest first: at most so many records and about so many bytes. A newer state takes the place
 * of an older one. Thread-safe; nobody waits in it.
 */
final class WriteQueue {

    private final int mostRecords;
    private final long mostBytes;
    private final LinkedHashMap<LogEntry.Slot, LogEntry> entries = new LinkedHashMap<>();
    private long bytes;

    WriteQueue(int mostRecords, long mostBytes) {
        this.mostRecords = mostRecords;
        this.mostBytes = mostBytes;
    }

    /** What became of an entry. */
    enum Offer {
        TAKEN,
        /** There was room only without its content. */
        TAKEN_BARE,
        REFUSED
    }

    synchronized Offer offer(LogEntry entry) {
        LogEntry older = entries.get(entry.slot());
        if (older != null && older.ended() && !entry.ended()) {
            return Offer.TAKEN;
        }
        if (older == null && entries.size() >= mostRecords) {
            return Offer.REFUSED;
        }
        LogEntry wanted = older == null ? entry : knowing(older, entry);
        if (fits(wanted, older)) {
            put(wanted, older);
            return Offer.TAKEN;
        }
        LogEntry bare = wanted.withoutContent();
        if (fits(bare, older)) {
            put(bare, older);
            return Offer.TAKEN_BARE;
        }
        return Offer.REFUSED;
    }

    private boolean fits(LogEntry entry, @Nullable LogEntry older) {
        return bytes - (older == null ? 0 : older.bytes()) + entry.bytes() <= mostBytes;
    }

    private void put(LogEntry entry, @Nullable LogEntry older) {
        bytes += entry.bytes() - (older == null ? 0 : older.bytes());
        entries.put(entry.slot(), entry);
    }

    /** A state that is whole makes the one before it needless, whoever told that; one that goes on needs what was before. */
    private static LogEntry knowing(LogEntry older, LogEntry newer) {
        return switch (newer) {
            case LogEntry.Run run
            when run.continued() && older instanceof LogEntry.Run before ->
                new LogEntry.Run(Continuation.merged(before.run(), run.run()), before.continued());
            case LogEntry.Node node
            when node.continued() && older instanceof LogEntry.Node before ->
                new LogEntry.Node(Continuation.merged(before.execution(), node.execution()), before.continued());
            default -> newer;
        };
    }

    /** Takes the oldest: so many records and about so many bytes, but one at least where there is one. */
    synchronized List<LogEntry> take(int records, long size) {
        List<LogEntry> taken = new ArrayList<>();
        long sum = 0;
        Iterator<LogEntry> oldest = entries.values().iterator();
        while (oldest.hasNext() && taken.size() < records) {
            LogEntry entry = oldest.next();
            if (!taken.isEmpty() && sum + entry.bytes() > size) {
                break;
            }
            sum += entry.bytes();
            taken.add(entry);
            oldest.remove();
        }
        bytes -= sum;
        return taken;
    }

    /** Puts back what could not be written, before everything else, unless a newer state has come. */
    synchronized void giveBack(List<LogEntry> taken) {
        for (LogEntry entry : taken.reversed()) {
            LogEntry newer = entries.get(entry.slot());
            if (newer == null) {
                bytes += entry.bytes();
                entries.putFirst(entry.slot(), entry);
            } else if (!newer.ended() && entry.ended()) {
                put(entry, newer);
            } else {
                put(knowing(entry, newer), newer);
            }
        }
    }

    /** Whether it is half full. */
    synchronized boolean isPressed() {
        return entries.size() > mostRecords / 2 || bytes > mostBytes / 2;
    }

    synchronized int size() {
        return entries.size();
    }
}
