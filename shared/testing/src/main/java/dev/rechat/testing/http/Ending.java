package dev.rechat.testing.http;

/** How an exchange came to its end. */
public enum Ending {
    /** The answer was sent completely. */
    ANSWERED,
    /** The client closed the connection while the answer was still being made. */
    CLIENT_LEFT,
    /** The server broke the connection off on purpose. */
    CUT
}
