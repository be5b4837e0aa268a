package dev.rechat.local.access;

import org.jspecify.annotations.Nullable;

/**
 * Somebody at the API.
 *
 * @param id of the account
 * @param token what is sent as Bearer; null for nothing
 */
record Person(String id, @Nullable String token) {

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
