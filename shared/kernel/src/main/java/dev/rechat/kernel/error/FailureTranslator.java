package dev.rechat.kernel.error;

import java.util.Optional;

/**
 * Knows what failures of one technology mean to the person who asked. Implemented where that technology is known (the
 * database in {@code shared/persistence}), asked where answers are made, so that neither needs the other's types.
 */
@FunctionalInterface
public interface FailureTranslator {

    /** What to tell, with {@code failure} as the cause; empty when it is not this translator's or is a defect of ours. */
    Optional<AppException> translate(Throwable failure);
}
