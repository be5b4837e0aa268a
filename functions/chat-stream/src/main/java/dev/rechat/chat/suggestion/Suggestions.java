package dev.rechat.chat.suggestion;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Questions that the person may want to ask next; empty when there are none. */
@Serdeable
record Suggestions(List<String> data) {}
