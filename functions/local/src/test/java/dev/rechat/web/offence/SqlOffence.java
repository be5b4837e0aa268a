package dev.rechat.web.offence;

import javax.sql.DataSource;

/** Uses a database where there is none. */
public record SqlOffence(DataSource source) {}
