package dev.rechat.accounts.link;

import dev.rechat.persistence.account.User;

/** A link that was just used, and whose it was; the account is held until the transaction ends. */
public record UsedLink(User user, LinkPurpose purpose) {}
