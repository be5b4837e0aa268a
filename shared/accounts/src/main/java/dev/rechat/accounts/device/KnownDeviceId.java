package dev.rechat.accounts.device;

/** One known browser; the hash of its token. */
public record KnownDeviceId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
