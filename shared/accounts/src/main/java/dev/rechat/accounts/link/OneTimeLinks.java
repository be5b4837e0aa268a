package dev.rechat.accounts.link;

import dev.rechat.accounts.mail.PublicUrl;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.hash.OpaqueToken;
import dev.rechat.kernel.hash.Sha256;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.link.OneTimeLink;
import dev.rechat.persistence.link.OneTimeLinkRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Makes links that work once, and lets them be used once: until they expire, as long as the account is in use and has the
 * address (and for resets the password) that they were made for, and until a newer one of their purpose is made. Inside the
 * caller's transaction when there is one. Making and using hold the account: what is done with one person's links happens one
 * after the other.
 */
@Singleton
public class OneTimeLinks {

    private final OneTimeLinkRepository links;
    private final UserRepository users;
    private final PublicUrl publicUrl;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeLinks(OneTimeLinkRepository links, UserRepository users, PublicUrl publicUrl, Clock clock) {
        this.links = links;
        this.users = users;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** Makes a link and voids the older ones of its purpose. @return empty when there is no such account in use */
    @Transactional
    public Optional<MadeLink> make(UserId userId, LinkPurpose purpose) {
        return users.findByIdForUpdate(userId).filter(User::active).map(user -> {
            Instant now = clock.instant();
            OpaqueToken token = OpaqueToken.random(random);
            Instant expiresAt = now.plus(purpose.lifetime());
            links.remove(user.id(), purpose.name());
            links.save(new OneTimeLink(
                    token.hash(), user.id(), purpose.name(), Sha256.hex(purpose.binding(user)), now, expiresAt, null));
            return new MadeLink(publicUrl.of(purpose.page() + "#token=" + token.value()), expiresAt);
        });
    }

    /**
     * Uses a link. Of several callers with one token one succeeds.
     *
     * @throws RefusedException {@code invalid_link} when it is not good for any of these purposes, or not any more
     */
    @Transactional
    public GoodLink use(String token, Set<LinkPurpose> purposes) {
        OneTimeLink link = require(token, purposes);
        GoodLink used = good(link, users.findByIdForUpdate(link.userId()));
        if (links.use(link.tokenHash(), clock.instant()) == 0) {
            throw invalid();
        }
        return used;
    }

    /**
     * Looks without using it whether a link is good at this moment.
     *
     * @throws RefusedException as {@link #use} does
     */
    @Transactional
    public GoodLink find(String token, Set<LinkPurpose> purposes) {
        OneTimeLink link = require(token, purposes);
        return good(link, users.findById(link.userId()));
    }

    private OneTimeLink require(String token, Set<LinkPurpose> purposes) {
        return OpaqueToken.of(token)
                .flatMap(known -> links.findByTokenHash(known.hash()))
                .filter(link -> link.usedAt() == null && link.expiresAt().isAfter(clock.instant()))
                .filter(link -> purposes.stream().anyMatch(each -> each.name().equals(link.purpose())))
                .orElseThrow(OneTimeLinks::invalid);
    }

    private static GoodLink good(OneTimeLink link, Optional<User> owner) {
        LinkPurpose purpose = LinkPurpose.valueOf(link.purpose());
        return owner.filter(User::active)
                .filter(user -> Sha256.hex(purpose.binding(user)).equals(link.boundTo()))
                .map(user -> new GoodLink(user, purpose))
                .orElseThrow(OneTimeLinks::invalid);
    }

    private static RefusedException invalid() {
        return new RefusedException(ErrorCode.INVALID_LINK, "this link was used, has expired, or was replaced");
    }
}
