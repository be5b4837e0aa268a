package dev.rechat.dify.network;

import java.io.IOException;

/** A host is at no address that may be connected to. */
public final class BlockedAddressException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Reason {
        /** Metadata of a cloud, link-local, multicast or unspecified: nobody can allow that. */
        FORBIDDEN,
        /** In somebody's own network, which the operator has not named. */
        PRIVATE,
        /** Public, and to be spoken to without TLS. */
        UNENCRYPTED
    }

    private final Reason reason;

    BlockedAddressException(Reason reason) {
        super("the address of the host is not allowed: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
