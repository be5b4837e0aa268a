package dev.rechat.runlog;

/** A value that is stored and told as Dify writes it. */
public interface WireName {

    String wire();

    /** @throws IllegalArgumentException when none is called so */
    static <E extends WireName> E find(E[] values, String wire) {
        for (E value : values) {
            if (value.wire().equals(wire)) {
                return value;
            }
        }
        throw new IllegalArgumentException("unknown value: " + wire);
    }
}
