package dev.rechat.admin.user.csv;

import dev.rechat.accounts.profile.EmailAddress;
import dev.rechat.accounts.profile.ProfileRules;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.error.FieldError;
import dev.rechat.kernel.error.ValidationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a row wants; null leaves what there is, or is as for somebody who registers.
 *
 * @param email null when it is none
 * @param groups names
 * @param errors what in the row is nothing of that kind
 */
record WantedPerson(
        PeopleRow row,
        @Nullable EmailAddress email,
        @Nullable String displayName,
        @Nullable Role role,
        @Nullable String language,
        @Nullable Boolean active,
        @Nullable Set<String> groups,
        List<FieldError> errors) {

    private static final Pattern NAME = Pattern.compile(ProfileRules.NAME);
    private static final Pattern LANGUAGE = Pattern.compile(ProfileRules.LANGUAGE);

    static WantedPerson of(PeopleRow row) {
        List<FieldError> errors = new ArrayList<>();
        EmailAddress email = email(row, errors);
        return new WantedPerson(
                row,
                email,
                text(row, Column.DISPLAY_NAME, NAME, ProfileRules.MAX_NAME, errors),
                role(row, errors),
                text(row, Column.LANGUAGE, LANGUAGE, ProfileRules.MAX_LANGUAGE, errors),
                active(row, errors),
                row.get(Column.GROUPS).isEmpty() ? null : GroupCell.read(row.get(Column.GROUPS)),
                errors);
    }

    private static @Nullable EmailAddress email(PeopleRow row, List<FieldError> errors) {
        String text = row.get(Column.EMAIL);
        if (text.isEmpty()) {
            errors.add(error(Column.EMAIL, "required", "must be given"));
            return null;
        }
        try {
            return EmailAddress.parse(text);
        } catch (ValidationException none) {
            errors.addAll(none.errors());
            return null;
        }
    }

    private static @Nullable String text(
            PeopleRow row, Column column, Pattern form, int longest, List<FieldError> errors) {
        String text = row.get(column);
        if (text.length() > longest) {
            errors.add(error(column, "too_long", "has more than " + longest + " characters"));
        } else if (!text.isEmpty() && !form.matcher(text).matches()) {
            errors.add(error(column, "invalid", "has the wrong form"));
        }
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Role role(PeopleRow row, List<FieldError> errors) {
        String text = row.get(Column.ROLE);
        Role role = Role.of(text).orElse(null);
        if (role == null && !text.isEmpty()) {
            errors.add(error(Column.ROLE, "invalid", "must be admin, user or pending"));
        }
        return role;
    }

    /** In whatever case: spreadsheets write what they take for a truth in their own. */
    private static @Nullable Boolean active(PeopleRow row, List<FieldError> errors) {
        return switch (row.get(Column.ACTIVE).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            case "" -> null;
            default -> {
                errors.add(error(Column.ACTIVE, "invalid", "must be true or false"));
                yield null;
            }
        };
    }

    static FieldError error(Column column, String code, String message) {
        return new FieldError(column.header(), code, message);
    }

    @Override
    public String toString() {
        return "WantedPerson[line=" + row.line() + "]";
    }
}
