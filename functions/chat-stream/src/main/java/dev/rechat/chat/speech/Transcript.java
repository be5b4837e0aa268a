package dev.rechat.chat.speech;

import io.micronaut.serde.annotation.Serdeable;

/** What was said. */
@Serdeable
record Transcript(String text) {}
