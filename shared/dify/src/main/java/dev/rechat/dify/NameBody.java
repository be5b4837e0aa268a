package dev.rechat.dify;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/** The body of a request for a title. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
record NameBody(boolean autoGenerate, String user) {}
