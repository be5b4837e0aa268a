package dev.rechat.persistence.usage;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which usage is meant: from one day of the house to another, both included; null means every app, everybody. */
public record UsageFilter(
        LocalDate from,
        LocalDate to,
        @Nullable AppId app,
        @Nullable UserId user) {}
