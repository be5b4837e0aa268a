package dev.rechat.kernel.share;

import java.util.Optional;

/** Looks up what may be read by link now; remembers nothing. Blocks: each call is one query. Fails as the database fails. */
public interface Shares {

    /** What the house allows. */
    Sharing policy();

    /** @param tokenHash of the link's token; empty also for a share that cannot be read any more, or not at the moment */
    Optional<OpenShare> open(String tokenHash);
}
