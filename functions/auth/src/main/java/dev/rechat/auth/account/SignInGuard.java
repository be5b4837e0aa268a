package dev.rechat.auth.account;

import dev.rechat.accounts.device.KnownDeviceId;
import dev.rechat.accounts.device.KnownDevices;
import dev.rechat.accounts.throttle.Attempt;
import dev.rechat.accounts.throttle.ClientNetwork;
import dev.rechat.accounts.throttle.Policies;
import dev.rechat.accounts.throttle.Throttle;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.web.request.RequestOrigin;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose attempts to get in are counted where. */
@Singleton
final class SignInGuard {

    private final Throttle throttle;
    private final KnownDevices devices;

    SignInGuard(Throttle throttle, KnownDevices devices) {
        this.throttle = throttle;
        this.devices = devices;
    }

    /**
     * A browser that signed in to this account before is counted by itself; everybody else as a stranger, who shares
     * counters with other strangers. Does the same for an address without an account.
     *
     * @param email normalised
     * @throws RefusedException {@code too_many_attempts}
     */
    Attempt admitSignIn(String email, Optional<KnownDeviceId> known) {
        if (known.isPresent()) {
            return throttle.admit(Policies.SIGN_IN_FROM_KNOWN_DEVICE.of(known.get()));
        }
        String network = network();
        return throttle.admit(
                Policies.SIGN_IN_TO_ACCOUNT_FROM_ADDRESS.of(email, network),
                Policies.SIGN_IN_TO_ACCOUNT_BY_STRANGERS.of(email),
                Policies.SIGN_IN_FROM_ADDRESS.of(network));
    }

    /** The browser, when somebody signed in to this account with it before. */
    Optional<KnownDeviceId> known(String email, @Nullable String deviceCookie) {
        return devices.of(deviceCookie, email);
    }

    /** @throws RefusedException {@code too_many_attempts} */
    void admitRegistration() {
        throttle.admit(Policies.REGISTER_FROM_ADDRESS.of(network()));
    }

    private static String network() {
        return ClientNetwork.of(RequestOrigin.current().address());
    }
}
