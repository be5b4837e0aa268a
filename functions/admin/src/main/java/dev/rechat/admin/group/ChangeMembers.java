package dev.rechat.admin.group;

import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.UserId;
import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is to be in a group from now on, and who is not; who is neither stays as they are. */
@StrictRequest
record ChangeMembers(
        @Nullable @Size(max = ChangeMembers.MOST) List<@NotNull UserId> add,
        @Nullable @Size(max = ChangeMembers.MOST) List<@NotNull UserId> remove) {

    static final int MOST = 500;

    /** @throws ValidationException for somebody who is to be both */
    void check() {
        if (!Collections.disjoint(added(), removed())) {
            throw new ValidationException("remove", "ambiguous", "names somebody who is to be added, too");
        }
    }

    Set<UserId> added() {
        return each(add);
    }

    Set<UserId> removed() {
        return each(remove);
    }

    private static Set<UserId> each(@Nullable List<UserId> named) {
        return named == null ? Set.of() : new LinkedHashSet<>(named);
    }
}
