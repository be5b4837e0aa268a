package dev.rechat.admin.removal;

import io.micronaut.serde.annotation.Serdeable;

/** @param count how many threads were in a pause */
@Serdeable
record Hurried(long count) {}
