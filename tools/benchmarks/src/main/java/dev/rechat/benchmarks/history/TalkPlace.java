package dev.rechat.benchmarks.history;

/** A conversation that can be opened, and a message halfway through it. */
record TalkPlace(String id, String middle) {}
