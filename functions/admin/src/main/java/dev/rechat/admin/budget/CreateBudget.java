package dev.rechat.admin.budget;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.web.json.StrictBoolean;
import dev.rechat.web.request.StrictRequest;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A budget to be. Whom it binds and what it counts stays as it is said here: figures would lose their meaning.
 *
 * @param currency with measure {@code money}, and only then
 * @param amount a decimal text
 * @param perPerson whether everybody has the amount to themselves; false when left out
 * @param userId everybody when left out, as {@code groupId} and {@code appId}
 * @param reserve what a turn is taken to cost until there is an average; a text as {@code amount}
 * @param enabled true when left out
 */
@StrictRequest
record CreateBudget(
        @NotBlank @Size(max = 100) String name,
        @NotNull @Size(max = 16) String measure,
        @Nullable @Size(max = 16) String currency,
        @NotNull @Size(max = 32) String amount,
        @NotNull @Size(max = 16) String period,

        @Nullable @Serdeable.Deserializable(using = StrictBoolean.class)
        Boolean perPerson,

        @Nullable UserId userId,
        @Nullable GroupId groupId,
        @Nullable AppId appId,
        @Nullable @Size(max = 32) String reserve,

        @Nullable @Serdeable.Deserializable(using = StrictBoolean.class)
        Boolean enabled) {

    CreateBudget {
        name = name == null ? null : name.strip();
    }
}
