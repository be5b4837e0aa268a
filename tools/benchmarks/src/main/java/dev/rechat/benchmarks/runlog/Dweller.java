package dev.rechat.benchmarks.runlog;

import dev.rechat.runlog.Tenant;
import java.time.Instant;
import java.time.YearMonth;

/** One tenant of a house and its runs, which are numbered from 0 in the order of time and come evenly. */
record Dweller(String name, RunHouse house, YearMonth since, int runs) {

    Tenant tenant() {
        return new Tenant(name);
    }

    int nodes() {
        return runs * RunHouse.NODES_PER_RUN;
    }

    Recorded run(int number) {
        return RunMaker.make(this, number, begins(number));
    }

    /** The first run that begins then or later. */
    int firstAt(Instant time) {
        long start = start();
        if (time.toEpochMilli() <= start) {
            return 0;
        }
        // the number of the run that could be the first, and on from there
        int number = (int) Math.min(runs, (time.toEpochMilli() - start) * runs / span());
        while (number > 0 && !begins(number - 1).isBefore(time)) {
            number--;
        }
        while (number < runs && begins(number).isBefore(time)) {
            number++;
        }
        return number;
    }

    private Instant begins(int number) {
        return Instant.ofEpochMilli(start() + span() * number / runs);
    }

    private long start() {
        return RunHouse.start(since).toEpochMilli();
    }

    private long span() {
        return house.end().toEpochMilli() - start();
    }
}
