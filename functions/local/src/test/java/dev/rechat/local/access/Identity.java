package dev.rechat.local.access;

/** Who asks: the columns of the table. */
enum Identity {
    ANONYMOUS("anonymous"),
    /** The token of a session that was ended. */
    SIGNED_OUT("signed out"),
    DEACTIVATED("deactivated"),
    PENDING("pending"),
    /** Where addresses are to be verified. */
    UNVERIFIED("unverified"),
    USER("user"),
    OTHER("other user"),
    ADMIN("admin"),
    /** Where administrators need a second factor. */
    ADMIN_WITHOUT_FACTOR("admin, no factor"),
    /** A key of the user with the scope {@code chat}; so below. */
    KEY_CHAT("key: chat"),
    KEY_READ("key: read"),
    KEY_ADMIN("key: admin"),
    /** Made while its owner was an administrator. */
    KEY_ADMIN_OF_USER("key: admin, of a user");

    private final String column;

    Identity(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
