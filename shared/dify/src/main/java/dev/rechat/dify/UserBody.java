package dev.rechat.dify;

import io.micronaut.serde.annotation.Serdeable;

/** The body of a request that says for whom it is made and nothing else. */
@Serdeable.Serializable
record UserBody(String user) {}
