package dev.rechat.local.doctor.report;

import org.jspecify.annotations.Nullable;

/**
 * What one check found.
 *
 * @param subject what was looked at: an app of Dify, the database, an address
 * @param check what of it, in a word
 * @param code null when all is well
 * @param message what is so; never a key, a password or a token
 * @param advice what to change; null when there is nothing to change
 */
public record Diagnosis(
        String subject,
        Level level,
        String check,
        @Nullable Code code,
        String message,
        @Nullable String advice) {}
