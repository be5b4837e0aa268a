package dev.rechat.persistence.audit;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** An event and its place in the chain. @param position null as long as it is not sealed */
@Introspected
public record AuditPlace(String id, @Nullable Long position) {}
