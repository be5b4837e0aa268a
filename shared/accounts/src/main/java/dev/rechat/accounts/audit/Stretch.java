package dev.rechat.accounts.audit;

import org.jspecify.annotations.Nullable;

/** Seals that were verified one after the other. @param seals how many were right @param broken what ended it */
record Stretch(int seals, int late, @Nullable AuditBreak broken) {}
