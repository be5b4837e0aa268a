package dev.rechat.benchmarks.relay;

/**
 * Counts of statements, as a database server keeps them or per turn.
 *
 * @param settings {@code SET …}, by which a driver begins and ends transactions
 * @param questions all statements, those that no other count has among them
 */
record Statements(
        double inserts,
        double updates,
        double deletes,
        double commits,
        double selects,
        double settings,
        double questions) {

    Statements since(Statements earlier) {
        return new Statements(
                inserts - earlier.inserts,
                updates - earlier.updates,
                deletes - earlier.deletes,
                commits - earlier.commits,
                selects - earlier.selects,
                settings - earlier.settings,
                questions - earlier.questions);
    }

    Statements per(int turns) {
        return new Statements(
                inserts / turns,
                updates / turns,
                deletes / turns,
                commits / turns,
                selects / turns,
                settings / turns,
                questions / turns);
    }

    /** Statements that change rows. */
    double writes() {
        return inserts + updates + deletes;
    }
}
