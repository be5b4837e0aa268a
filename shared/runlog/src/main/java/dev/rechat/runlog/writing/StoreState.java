package dev.rechat.runlog.writing;

/** How writing goes. */
public enum StoreState {
    /** Into the configured store. */
    READY,
    /** Nowhere: what is told waits, and is lost once too much waits. */
    WAITING,
    /** Into the database, for the configured store is away. */
    FALLEN_BACK
}
