package dev.rechat.accounts.link;

import dev.rechat.persistence.account.User;
import java.time.Duration;

/** What a link is good for. A name is never reused: rows outlive programs. */
public enum LinkPurpose {
    /** Setting a new password, sent by mail: short, because mailboxes are read by others, too. */
    RESET_BY_MAIL("/reset", Duration.ofHours(1)) {
        @Override
        String binding(User user) {
            return emailAndPassword(user);
        }
    },
    /**
     * Setting a new password, handed over by an administrator. A purpose of its own: what a stranger asks for at the sign-in
     * page does not void it.
     */
    RESET_BY_ADMINISTRATOR("/reset", Duration.ofHours(24)) {
        @Override
        String binding(User user) {
            return emailAndPassword(user);
        }
    },
    /** Showing that an address is one's own; a new password does not change that. */
    VERIFICATION("/verify", Duration.ofHours(48)) {
        @Override
        String binding(User user) {
            return user.email();
        }
    };

    private final String page;
    private final Duration lifetime;

    LinkPurpose(String page, Duration lifetime) {
        this.page = page;
        this.lifetime = lifetime;
    }

    /** Of the web app. */
    String page() {
        return page;
    }

    public Duration lifetime() {
        return lifetime;
    }

    /** What voids the link when it becomes something else. */
    abstract String binding(User user);

    private static String emailAndPassword(User user) {
        return user.email() + "\n" + user.passwordHash();
    }
}
