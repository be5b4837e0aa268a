package dev.rechat.web.user;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.error.ErrorCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bearer may do now.
 *
 * @param permissions constants of {@link dev.rechat.kernel.account.Permission}
 * @param obstacle why there are so few; null when nothing is wrong
 */
public record Rights(
        CurrentUser user, Set<String> permissions, @Nullable ErrorCode obstacle) {

    public Rights {
        permissions = Set.copyOf(permissions);
    }

    /** The same bearer where its key does not reach. */
    Rights selfOnly() {
        return new Rights(user, Set.of(Permission.SELF), obstacle);
    }
}
