package dev.rechat.conversation.search;

/** A part of a text, from a character to before another. */
record Span(int start, int end) {}
