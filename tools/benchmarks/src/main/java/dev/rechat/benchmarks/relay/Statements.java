package dev.rechat.benchmarks.relay;

/**
 * Counts of statements, as a database server keeps them or per turn.
 *
 * @param questions all statements, these and {@code SELECT}s among them
 */
record Statements(double inserts, double updates, double deletes, double commits, double questions) {

    Statements since(Statements earlier) {
        return new Statements(
                inserts - earlier.inserts,
                updates - earlier.updates,
                deletes - earlier.deletes,
                commits - earlier.commits,
                questions - earlier.questions);
    }

    Statements per(int turns) {
        return new Statements(inserts / turns, updates / turns, deletes / turns, commits / turns, questions / turns);
    }

    /** Statements that change rows. */
    double writes() {
        return inserts + updates + deletes;
    }
}
