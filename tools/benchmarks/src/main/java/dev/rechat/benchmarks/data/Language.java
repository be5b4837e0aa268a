package dev.rechat.benchmarks.data;

/** What a conversation is held in. */
public enum Language {
    CHINESE,
    ENGLISH,
    /** As people write who work with English terms. */
    MIXED
}
