package dev.rechat.chat.journal;

import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.translate.DifyIds;
import dev.rechat.kernel.id.TurnId;

/** A turn that this process produces, as the journal sees it. The calls come on the journal's thread. */
public interface JournaledTurn {

    TurnId id();

    TurnFeed feed();

    /** What Dify calls it, as far as it is known. */
    DifyIds.Known difyIds();

    /** Somebody wants it stopped; told again until it has ended. */
    void stopRequested();

    /** Another process produces it now, or it is gone: what this one makes is of no use any more. */
    void lost();
}
