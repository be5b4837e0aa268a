package dev.rechat.chat.turn;

/** Why a producer stopped before Dify's answer was over. */
enum Cut {
    /** It did not. */
    NONE,
    /** A person stopped it and Dify went on, or did not say. */
    STOP_UNCONFIRMED,
    /** Somebody else is to follow the run. */
    HANDED_OVER,
    /** This process ends and nobody can follow. */
    INTERRUPTED,
    /** The answer is larger than a turn may be. */
    TOO_LONG,
    /** Another process has the turn, or it was removed. */
    LOST
}
