package dev.rechat.accounts.mail;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes our mail. Checked by {@link MailRule} before anything starts.
 *
 * @param host null for a house without mail
 * @param port the usual one of {@code security} when absent
 * @param username null for a server that wants none
 * @param from who mail is from, {@code name@domain} or {@code Name <name@domain>}
 * @param patience longest wait for a connection, and for each answer of the server
 */
@ConfigurationProperties("rechat.mail")
public record MailConfiguration(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String username,
        @Nullable String password,
        @Bindable(defaultValue = "STARTTLS") MailSecurity security,
        @Nullable String from,
        @Bindable(defaultValue = "10s") Duration patience) {

    /** Whether this house sends mail. */
    public boolean configured() {
        return host != null && !host.isBlank();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "MailConfiguration[host=" + host + ", security=" + security + "]";
    }
}
