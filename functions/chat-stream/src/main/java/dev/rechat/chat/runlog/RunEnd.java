package dev.rechat.chat.runlog;

/** How a turn ended whose run told no end. */
public enum RunEnd {
    /** A person wanted it. */
    STOPPED,
    /** The stream, the process or the run failed. */
    BROKEN
}
