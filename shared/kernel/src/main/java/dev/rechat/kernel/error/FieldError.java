package dev.rechat.kernel.error;

import io.micronaut.serde.annotation.Serdeable;

/** One thing wrong with one field of a request: its path, a stable code, and a sentence. */
@Serdeable
public record FieldError(String field, String code, String message) {}
