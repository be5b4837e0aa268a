package dev.rechat.auth.account;

/**
 * Somebody who was let in.
 *
 * @param deviceCookie the {@code Set-Cookie} that makes the browser known
 */
record Entered(SignedIn signedIn, String deviceCookie) {

    @Override
    public String toString() {
        return "Entered[]";
    }
}
