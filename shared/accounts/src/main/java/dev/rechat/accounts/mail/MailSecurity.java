package dev.rechat.accounts.mail;

/** How the connection to the mail server is protected. */
public enum MailSecurity {
    /** Plain at first, then TLS or nothing (RFC 3207); port 587. */
    STARTTLS(587),
    /** TLS from the first byte (RFC 8314); port 465. */
    TLS(465),
    /** Not at all: for a server on the same machine. */
    NONE(25);

    private final int port;

    MailSecurity(int port) {
        this.port = port;
    }

    /** The usual one. */
    public int port() {
        return port;
    }
}
