package dev.rechat.local.doctor.dify;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of Dify, as far as it matters. */
record DifyVersion(int major, int minor) {

    private static final Pattern NUMBERS = Pattern.compile("^v?(\\d{1,4})\\.(\\d{1,4})(?!\\d)");

    /** The first whose streamed answers of chatflows and workflows are made by a worker. */
    private static final int WORKERS_SINCE = 13;

    private static final int OLDEST = 9;
    private static final int NEWEST = 16;

    static Optional<DifyVersion> of(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        return numbers.find()
                ? Optional.of(new DifyVersion(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))))
                : Optional.empty();
    }

    boolean isOlderThanKnown() {
        return major < 1 || major == 1 && minor < OLDEST;
    }

    boolean isNewerThanKnown() {
        return major > 1 || major == 1 && minor > NEWEST;
    }

    /** Who makes the answers of chatflows and workflows. */
    String engine() {
        boolean worker = major > 1 || major == 1 && minor >= WORKERS_SINCE;
        return worker ? "flows run in the worker" : "flows run in the api";
    }
}
