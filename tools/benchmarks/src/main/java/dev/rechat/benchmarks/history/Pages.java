package dev.rechat.benchmarks.history;

/**
 * Pages of the database.
 *
 * @param looked at, wherever they were
 * @param read from the disk
 */
record Pages(long looked, long read) {

    Pages since(Pages earlier) {
        return new Pages(looked - earlier.looked, read - earlier.read);
    }

    Pages plus(Pages more) {
        return new Pages(looked + more.looked, read + more.read);
    }
}
