package dev.rechat.auth.totp;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What an authenticator app needs.
 *
 * @param secret base32, to be typed
 * @param uri the same as {@code otpauth:} address, for a QR code
 */
@Serdeable
record TotpSecret(String secret, String uri) {

    @Override
    public String toString() {
        return "TotpSecret[]";
    }
}
