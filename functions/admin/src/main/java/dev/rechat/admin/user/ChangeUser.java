package dev.rechat.admin.user;

import dev.rechat.kernel.account.Role;
import dev.rechat.web.json.StrictBoolean;
import dev.rechat.web.request.StrictRequest;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What to change about an account; what is absent or null stays.
 *
 * @param role {@code user} lets somebody in who waits for approval
 * @param active false keeps the account and its data, and lets nobody use it
 */
@StrictRequest
record ChangeUser(
        @Nullable Role role,

        @Nullable @Serdeable.Deserializable(using = StrictBoolean.class)
        Boolean active) {}
