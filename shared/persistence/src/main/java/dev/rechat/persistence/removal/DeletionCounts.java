package dev.rechat.persistence.removal;

import io.micronaut.core.annotation.Introspected;

/**
 * How many threads are still to be deleted at Dify.
 *
 * @param waiting those that will go by themselves, as far as one can see
 * @param failed those that were tried in vain several times, or will not go before somebody mends something
 */
@Introspected
public record DeletionCounts(long waiting, long failed) {}
