package dev.rechat.auth.account;

import dev.rechat.accounts.setting.RegistrationPolicy;
import dev.rechat.kernel.share.Sharing;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/**
 * What somebody who is not signed in needs to know of the house.
 *
 * @param registration what a new account would meet now
 * @param mail whether the house sends mail: without, an administrator makes reset links
 * @param emailVerification whether new accounts must confirm their address
 * @param sharing who may read what is shared by link
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record OptionsView(
        RegistrationPolicy registration,
        int passwordMinLength,
        boolean mail,
        boolean emailVerification,
        Sharing sharing) {}
