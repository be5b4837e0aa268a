package dev.rechat.runlog.run;

/** How a store finds words in inputs, outputs and errors. */
public enum SearchAbility {
    /** By an index of words, Chinese included. */
    FULL_TEXT,
    /** By looking through the rows that the other filters leave: right, and slow without a range of time. */
    SUBSTRING
}
