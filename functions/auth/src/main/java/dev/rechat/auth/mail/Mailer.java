package dev.rechat.auth.mail;

/** Hands mail over for delivery. Blocks for as long as the server takes. */
interface Mailer {

    /** Returns when the server has taken the mail. @throws MailFailedException when it has not */
    void send(Mail mail);
}
