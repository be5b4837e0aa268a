package dev.rechat.admin.user;

import dev.rechat.accounts.deletion.AccountDeletion;
import dev.rechat.conversations.removal.Housekeeping;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.UserId;
import jakarta.inject.Singleton;

/** Deletes other people's accounts. */
@Singleton
class UserRemoval {

    private final UserAdministration administration;
    private final AccountDeletion deletion;
    private final Housekeeping housekeeping;

    UserRemoval(UserAdministration administration, AccountDeletion deletion, Housekeeping housekeeping) {
        this.administration = administration;
        this.deletion = deletion;
        this.housekeeping = housekeeping;
    }

    /**
     * Returns when everything is gone here; the threads at Dify go beside and after the request.
     *
     * @throws RefusedException {@code conflict} for one's own account, which wants one's password; {@code last_administrator}
     */
    void delete(UserId id, UserId administrator) {
        if (id.equals(administrator)) {
            throw new RefusedException(
                    ErrorCode.CONFLICT, "one's own account is deleted in one's own settings, with the password");
        }
        UserId known = administration.require(id).id();
        deletion.delete(known, administrator);
        housekeeping.soon();
    }
}
