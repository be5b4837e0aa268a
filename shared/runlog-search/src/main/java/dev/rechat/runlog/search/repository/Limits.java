package dev.rechat.runlog.search.repository;

/** Bounds of what is asked for. */
final class Limits {

    private Limits() {}

    static void check(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw new IllegalArgumentException("a limit is 1 to " + most);
        }
    }
}
