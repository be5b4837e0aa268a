package dev.rechat.web.user;

import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import io.micronaut.http.HttpRequest;

/** Whom a token that was presented speaks for. What they may do is looked up with it: {@link CurrentRights}. */
public sealed interface Bearer {

    /**
     * Of a request that was let in.
     *
     * @throws dev.rechat.kernel.error.RefusedException ({@code unauthenticated}) for an anonymous one
     */
    static Bearer of(HttpRequest<?> request) {
        return request.getUserPrincipal(BearerAuthentication.class)
                .map(BearerAuthentication::bearer)
                .orElseThrow(CurrentUser::unauthenticated);
    }

    /** Somebody who signed in: the signature of their access token was right. */
    record OfSession(SessionId session, UserId user) implements Bearer {}

    /**
     * A program with an API key.
     *
     * @param identifier the visible part of the key
     * @param secretHash SHA-256, in hexadecimal, of the secret that was presented; whether it is the key's is yet to be seen
     */
    record OfKey(String identifier, String secretHash) implements Bearer {

        @Override
        public String toString() {
            return "OfKey[" + identifier + "]";
        }
    }

    /** A program with a trusted API key that asks for somebody else. */
    record OfKeyFor(OfKey key, UserId person) implements Bearer {}
}
