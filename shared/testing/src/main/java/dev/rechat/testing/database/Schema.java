package dev.rechat.testing.database;

/** An empty schema of its own on the shared server, as a data source wants it described. */
public record Schema(String jdbcUrl, String username, String password) {}
