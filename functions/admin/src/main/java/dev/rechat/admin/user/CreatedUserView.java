package dev.rechat.admin.user;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.rechat.accounts.link.MadeLink;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/**
 * A new account, and the link with which its owner chooses a password.
 *
 * @param resetLink told here and never again
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record CreatedUserView(@JsonUnwrapped AccountView account, ResetLinkView resetLink) {

    static CreatedUserView of(AccountView account, MadeLink link) {
        return new CreatedUserView(account, ResetLinkView.of(link));
    }
}
