package dev.rechat.auth.mail;

/**
 * A mail was not taken. What the server said is left out on purpose: it repeats addresses, and this is logged.
 */
final class MailFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What an administrator has to look at. */
    enum Reason {
        /** Nobody answers where the server should be, or it stopped answering. */
        UNREACHABLE,
        /** It does not offer TLS, or not with a certificate that is good for its name. */
        NOT_SECURE,
        /** It does not take user name and password. */
        CREDENTIALS_REFUSED,
        /** It takes no mail from us, or none to this address. */
        MAIL_REFUSED
    }

    private final Reason reason;

    MailFailedException(Reason reason) {
        super("mail was not taken: " + reason);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
