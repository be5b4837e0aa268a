package dev.rechat.persistence.usage;

import io.micronaut.core.annotation.Introspected;

/** How an app or a person is called. @param otherName the slug of an app, the e-mail address of a person */
@Introspected
public record UsageName(String id, String name, String otherName) {

    @Override
    public String toString() {
        return "UsageName[id=" + id + "]";
    }
}
