package dev.rechat.admin.group;

import dev.rechat.persistence.group.Group;
import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What to change about a group; what is absent or null stays. */
@StrictRequest
record ChangeGroup(
        @Nullable @Size(min = 1, max = 100) @Pattern(regexp = CreateGroup.ONE_LINE)
        String name,

        @Nullable @Size(max = 1000) String description) {

    ChangeGroup {
        name = name == null ? null : name.strip();
    }

    Group of(Group group, Instant now) {
        return new Group(
                group.id(),
                name == null ? group.name() : name,
                description == null ? group.description() : description.strip(),
                group.createdAt(),
                now);
    }

    @Override
    public String toString() {
        return "ChangeGroup[]";
    }
}
