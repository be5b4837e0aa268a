package dev.rechat.web.download;

import org.jspecify.annotations.Nullable;

/** A document in pieces, each of which is made when it is asked for. Used by one thread at a time. */
@FunctionalInterface
public interface Pieces {

    /** The next piece, small enough to be kept in memory; null after the last one. */
    byte @Nullable [] next();
}
