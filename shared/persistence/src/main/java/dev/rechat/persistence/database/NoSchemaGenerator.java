package dev.rechat.persistence.database;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.data.jdbc.config.SchemaGenerator;

/**
 * In place of the framework's, which is told to do nothing and makes a good part of what stands above the database for it, in
 * every start, whether the database is asked for anything or not. Migrations make our schema.
 */
@Context
@Replaces(SchemaGenerator.class)
final class NoSchemaGenerator {}
