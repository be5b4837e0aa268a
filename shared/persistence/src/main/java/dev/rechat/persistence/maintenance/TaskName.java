package dev.rechat.persistence.maintenance;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is to be done beside requests. Names stay: runs are written down under them. */
public enum TaskName {
    TRASH(Rhythm.MINUTE, "remove conversations whose time in the trash, or as temporary ones, is over"),
    DIFY_DELETIONS(Rhythm.MINUTE, "delete threads of removed conversations at Dify"),
    ORPHANED_TURNS(Rhythm.MINUTE, "end answers that nobody makes any more, with the text that came"),
    ACCOUNT_DELETIONS(Rhythm.MINUTE, "go on with deletions of accounts that were interrupted"),
    RUN_ERASURES(Rhythm.MINUTE, "remove what was said in removed conversations from run logs"),
    BUDGET_RESERVATIONS(Rhythm.MINUTE, "give back what turns have reserved that will never settle it"),
    AUDIT_SEAL(Rhythm.MINUTE, "seal what is new in the audit log"),
    RUN_LOG_FALLBACK(
            Rhythm.MINUTE, "bring records of runs to their store that went into the database while it was away"),
    TURN_LOGS(Rhythm.HOUR, "remove the events of ended turns that can no longer be resumed"),
    UPLOADS(Rhythm.HOUR, "forget uploads that no question ever carried"),
    SESSIONS(Rhythm.HOUR, "remove sessions that are long over"),
    REFRESH_TOKENS(Rhythm.HOUR, "remove refresh tokens that are too old to be exchanged"),
    ONE_TIME_LINKS(Rhythm.HOUR, "remove reset and confirmation links that are long over"),
    KNOWN_DEVICES(Rhythm.HOUR, "forget browsers that nobody has signed in with for long"),
    ATTEMPT_COUNTERS(Rhythm.HOUR, "forget attempts at passwords and codes from long ago"),
    USAGE(Rhythm.HOUR, "remove single turns from the ledger; the sums stay (setting usage_retention_days)"),
    BUDGET_CHARGES(Rhythm.HOUR, "remove what turns took of budgets in periods long over"),
    CONVERSATIONS(Rhythm.HOUR, "remove conversations unused for long (setting conversation_retention_days)"),
    AUDIT(Rhythm.HOUR, "remove old entries from the audit log (setting audit_retention_days)"),
    RUN_LOG_PARTITIONS(
            Rhythm.HOUR, "make the months to come in the tables of run logs, and sum up the days that are over"),
    RUN_LOG_OPEN(Rhythm.HOUR, "find out how runs ended whose end was not told"),
    RUN_LOG_PAUSES(Rhythm.HOUR, "remove pauses of runs from long ago"),
    RUN_LOGS(Rhythm.HOUR, "remove old records of runs (RUNLOG_RETENTION_DAYS)"),
    MAINTENANCE_RUNS(Rhythm.HOUR, "remove records of these tasks from long ago");

    private final Rhythm rhythm;
    private final String description;

    TaskName(Rhythm rhythm, String description) {
        this.rhythm = rhythm;
        this.description = description;
    }

    /** How often it is worth while. */
    public enum Rhythm {
        MINUTE,
        HOUR
    }

    public static Optional<TaskName> of(String wireName) {
        return Stream.of(values())
                .filter(task -> task.wireName().equals(wireName))
                .findFirst();
    }

    /** As commands, events and the API write it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Rhythm rhythm() {
        return rhythm;
    }

    public String description() {
        return description;
    }
}
