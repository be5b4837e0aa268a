package dev.rechat.accounts.audit;

import org.jspecify.annotations.Nullable;

/**
 * What retention took out of the audit log.
 *
 * @param events how many; with a dry run how many there are to take, all of them
 * @param stopped what it would not take away because it is not as it was sealed; null when there was no such thing
 */
public record PrunedAudit(long events, @Nullable AuditBreak stopped) {}
