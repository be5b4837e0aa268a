package dev.rechat.accounts.device;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.KnownDevice;
import dev.rechat.persistence.account.KnownDeviceRepository;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Browsers that somebody proved with to own an account. Guesses of strangers do not slow them down (OWASP, "Slow down online
 * guessing attacks with device cookies"). Knowing a device proves nothing else.
 */
@Singleton
public final class KnownDevices {

    /** Of one account: each has guesses of its own, so nobody may collect them. */
    private static final int MOST = 20;

    private final KnownDeviceRepository devices;
    private final DeviceCookie cookie;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KnownDevices(KnownDeviceRepository devices, DeviceCookie cookie, Clock clock) {
        this.devices = devices;
        this.cookie = cookie;
        this.clock = clock;
    }

    /**
     * Which device of this account's owner sends the cookie. Takes as long for an address without an account.
     *
     * @param presented the value of the cookie {@link DeviceCookie#NAME}
     * @param email normalised
     */
    public Optional<KnownDeviceId> of(@Nullable String presented, String email) {
        List<String> hashes = DeviceTokens.parse(presented).hashes();
        return devices.findOf(email, hashes, clock.instant().minus(DeviceCookie.LIFETIME)).stream()
                .findFirst()
                .map(KnownDeviceId::new);
    }

    /**
     * Makes a browser known whose owner signed in or used a link that was sent to them. Inside the caller's transaction when
     * there is one. A token that somebody else put into the browser is not taken over.
     *
     * @return the value of {@code Set-Cookie}
     */
    public String remember(UserId user, @Nullable String presented) {
        Instant now = clock.instant();
        DeviceTokens tokens = DeviceTokens.parse(presented);
        if (devices.seen(user, tokens.hashes(), now) == 0) {
            tokens = tokens.plusRandom(random);
            devices.removeOlder(user, now.minus(DeviceCookie.LIFETIME));
            long tooMany = devices.count(user) + 1 - MOST;
            if (tooMany > 0) {
                devices.removeOldest(user, tooMany);
            }
            devices.save(new KnownDevice(tokens.lastHash(), user, now, now));
        }
        return cookie.of(tokens);
    }

    /** Makes all browsers strangers, as after a password that others may have known was replaced. */
    public void forgetAll(UserId user) {
        devices.removeAll(user);
    }
}
