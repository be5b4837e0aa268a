package dev.rechat.admin.group;

import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A group to make. @param name on one line, as no other group has it */
@StrictRequest
record CreateGroup(
        @NotBlank @Size(max = 100) @Pattern(regexp = CreateGroup.ONE_LINE)
        String name,

        @Nullable @Size(max = 1000) String description) {

    static final String ONE_LINE = "\\P{Cntrl}*";

    CreateGroup {
        name = stripped(name);
    }

    /** A missing one stays missing: {@code @NotBlank} tells so afterwards, which NullAway does not know. */
    @SuppressWarnings("NullAway")
    private static String stripped(@Nullable String name) {
        return name == null ? null : name.strip();
    }

    @Override
    public String toString() {
        return "CreateGroup[]";
    }
}
