package dev.rechat.accounts.link;

import dev.rechat.persistence.account.User;

/** What a link is good for, and whose it is. */
public record GoodLink(User user, LinkPurpose purpose) {}
