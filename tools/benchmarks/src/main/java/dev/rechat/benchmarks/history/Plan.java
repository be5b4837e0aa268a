package dev.rechat.benchmarks.history;

import java.util.List;

/**
 * How servers find the rows of a statement.
 *
 * @param servers a line per server, its name first
 */
record Plan(String sql, List<String> servers) {

    Plan {
        servers = List.copyOf(servers);
    }
}
