package dev.rechat.admin.app;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.persistence.app.App;

/** A new way to an app, which was tried. */
record Connection(String mode, String baseUrl, String apiKeySealed) {

    /**
     * The app with this connection. With another key it may be another app at another host: the spare key, which belongs
     * to the one before, goes.
     *
     * @param before the app as it was when the connection was made from it and tried
     * @throws RefusedException {@code conflict} when somebody else has given it another connection since
     */
    App replaceIn(App current, App before) {
        if (!current.baseUrl().equals(before.baseUrl())
                || !current.apiKeySealed().equals(before.apiKeySealed())) {
            throw new RefusedException(ErrorCode.CONFLICT, "somebody else has just changed the connection of this app");
        }
        App connected = current.withConnection(mode, baseUrl, apiKeySealed);
        boolean otherKey = !apiKeySealed.equals(before.apiKeySealed());
        return otherKey ? connected.withKeys(apiKeySealed, null) : connected;
    }

    @Override
    public String toString() {
        return "Connection[mode=" + mode + ", baseUrl=" + baseUrl + "]";
    }
}
