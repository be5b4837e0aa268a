package dev.rechat.conversations.probe;

import java.util.Locale;

/** What a connection has to get through, one after the other. */
public enum ProbeStep {
    /** The host is at an address that a key may be sent to, by that scheme. */
    ADDRESS,
    /** The host's name is known. */
    NAME,
    /** Something listens there. */
    CONNECTION,
    /** It speaks TLS, and its certificate is its own. */
    TLS,
    /** Dify takes the key. */
    KEY,
    /** Dify tells what the app is. */
    INFO,
    /** Dify tells what a conversation begins with. */
    PARAMETERS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
