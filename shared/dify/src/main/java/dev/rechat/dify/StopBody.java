package dev.rechat.dify;

import io.micronaut.serde.annotation.Serdeable;

/** The body of a stop request. */
@Serdeable.Serializable
record StopBody(String user) {}
