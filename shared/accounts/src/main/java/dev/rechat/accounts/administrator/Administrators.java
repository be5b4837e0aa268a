package dev.rechat.accounts.administrator;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.UserRepository;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the house from being left without an administrator. */
@Singleton
public class Administrators {

    private final UserRepository users;

    Administrators(UserRepository users) {
        this.users = users;
    }

    /**
     * To be called in the transaction that deletes, closes or demotes this account, before anything else in it. Of two
     * administrators who go at the same moment the second one waits here for the first, and is refused.
     *
     * @throws RefusedException {@code last_administrator} when there is no other
     */
    @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
    public void letGo(UserId leaving) {
        if (hold().equals(Set.of(leaving))) {
            throw new RefusedException(ErrorCode.LAST_ADMINISTRATOR, "somebody else must be an administrator first");
        }
    }

    /**
     * Those who are administrators now. As long as the transaction lasts that this is called in nobody else makes one more or
     * fewer; to be called before anything else in it.
     */
    @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
    public Set<UserId> hold() {
        return users.holdAdministrators().stream().map(UserId::of).collect(Collectors.toUnmodifiableSet());
    }
}
