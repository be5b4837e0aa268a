package dev.rechat.maintenance.runlog.load;

import org.jspecify.annotations.Nullable;

/** What an import has done so far. For one thread. */
final class Tally {

    long seen;
    long imported;
    long known;
    long unfinished;
    long gone;
    long unreadable;
    long refused;

    ImportReport report(String app, boolean stopped, @Nullable String problem) {
        return new ImportReport(app, seen, imported, known, unfinished, gone, unreadable, refused, stopped, problem);
    }
}
