package dev.rechat.chat.openai.person;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * For whom trusted keys act.
 *
 * @param users what becomes of those who have no account
 * @param userTokenSecret what the program signs with whom it asks for; empty: it says so in headers, unsigned
 */
@ConfigurationProperties("rechat.openai")
record PeopleConfiguration(
        @Bindable(defaultValue = "existing") UnknownPeople users,
        @Bindable(defaultValue = "") String userTokenSecret) {

    boolean signed() {
        return !userTokenSecret.isEmpty();
    }

    @Override
    public String toString() {
        return "PeopleConfiguration[users=" + users + ", signed=" + signed() + "]";
    }
}
