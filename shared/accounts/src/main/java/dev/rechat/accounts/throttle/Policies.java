package dev.rechat.accounts.throttle;

import static dev.rechat.accounts.throttle.Policy.Success.COUNTS;
import static dev.rechat.accounts.throttle.Policy.Success.FORGETS_ALL;
import static dev.rechat.accounts.throttle.Policy.Success.GIVES_BACK_ITSELF;

import java.time.Duration;

/**
 * What may be tried how often. Addresses go through {@link ClientNetwork}; e-mail addresses are normalised ones, whether or
 * not there is an account.
 */
public final class Policies {

    /**
     * Of an address, over all accounts. Generous, because a company may stand behind it: what it stops is somebody who tries
     * one password with everybody. Waits stay short, because others wait too.
     */
    public static final Policy SIGN_IN_FROM_ADDRESS =
            new Policy("sign_in_from_address", 300, seconds(1), Duration.ofMinutes(1), seconds(30), GIVES_BACK_ITSELF);

    /**
     * Of an account and an address: 19 guesses on the first day, one a day later. Much stricter than what all strangers may
     * do together, so that one of them does not use that up.
     */
    public static final Policy SIGN_IN_TO_ACCOUNT_FROM_ADDRESS = new Policy(
            "sign_in_to_account_from_address", 5, seconds(4), Duration.ofDays(1), Duration.ofDays(2), FORGETS_ALL);

    /**
     * Of an account, over all addresses and browsers that never signed in to it: 46 guesses on the first day however many
     * addresses, one a day later. NIST SP 800-63B allows a hundred in a row; they are reached after seven weeks.
     */
    public static final Policy SIGN_IN_TO_ACCOUNT_BY_STRANGERS = new Policy(
            "sign_in_to_account_by_strangers", 30, seconds(1), Duration.ofDays(1), Duration.ofDays(2), FORGETS_ALL);

    /** Of an account and a browser that has signed in to it: 25 guesses on the first day, one a day later. */
    public static final Policy SIGN_IN_FROM_KNOWN_DEVICE = new Policy(
            "sign_in_from_known_device", 10, seconds(2), Duration.ofDays(1), Duration.ofDays(2), FORGETS_ALL);

    /** Registering, of an address: a company's first morning goes through, a flood of accounts does not. */
    public static final Policy REGISTER_FROM_ADDRESS = new Policy(
            "register_from_address", 200, seconds(10), Duration.ofMinutes(10), Duration.ofMinutes(1), COUNTS);

    /** Asking for a reset link, of an address. */
    public static final Policy FORGOT_FROM_ADDRESS =
            new Policy("forgot_from_address", 30, seconds(10), Duration.ofMinutes(10), Duration.ofMinutes(2), COUNTS);

    /** Asking for a reset link, of an e-mail address: nobody's mailbox is filled. The links that were sent stay good. */
    public static final Policy FORGOT_FOR_EMAIL =
            new Policy("forgot_for_email", 3, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(1), COUNTS);

    /** Asking for the mail that confirms an address again, of an account. */
    public static final Policy VERIFICATION_FOR_ACCOUNT = new Policy(
            "verification_for_account", 3, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofHours(1), COUNTS);

    /** Using a one-time link of whatever purpose, of an address. */
    public static final Policy LINK_FROM_ADDRESS = new Policy(
            "link_from_address", 30, seconds(2), Duration.ofMinutes(5), Duration.ofMinutes(1), GIVES_BACK_ITSELF);

    /** Second factors, of an account: only who has the password or is signed in gets as far. 19 codes on the first day. */
    public static final Policy SECOND_FACTOR =
            new Policy("second_factor", 5, seconds(5), Duration.ofDays(1), Duration.ofDays(2), FORGETS_ALL);

    /** Saying the password again while signed in, of an account. */
    public static final Policy CURRENT_PASSWORD =
            new Policy("current_password", 5, seconds(2), Duration.ofHours(1), Duration.ofHours(6), FORGETS_ALL);

    private Policies() {}

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
