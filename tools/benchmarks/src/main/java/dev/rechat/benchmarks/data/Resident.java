package dev.rechat.benchmarks.data;

import java.time.Instant;

/**
 * Somebody who lives in the house.
 *
 * @param rank 1 for who talks most
 * @param seed what this one's history is made of, whoever else there is
 */
public record Resident(int rank, String id, Instant joined, int conversations, int turns, long seed) {

    int messages() {
        return 2 * turns;
    }
}
