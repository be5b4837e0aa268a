package dev.rechat.persistence.feedback;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** What was asked and answered. @param question null when the answer follows none */
@Introspected
public record JudgedTexts(@Nullable String question, String answer) {

    /** What people write is never logged. */
    @Override
    public String toString() {
        return "JudgedTexts[]";
    }
}
