package dev.rechat.conversation.history;

import io.micronaut.serde.annotation.Serdeable;

/** How many conversations something was done to. */
@Serdeable
record Affected(long count) {}
