package dev.rechat.admin.group;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/**
 * What became of a change of members.
 *
 * @param added how many were not in it before
 * @param removed how many were
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record ChangedMembers(long added, long removed, long memberCount) {}
