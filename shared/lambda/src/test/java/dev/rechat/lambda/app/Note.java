package dev.rechat.lambda.app;

import io.micronaut.serde.annotation.Serdeable;

@Serdeable
record Note(String text, int number) {}
