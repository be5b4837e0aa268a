package dev.rechat.auth.export;

import dev.rechat.web.paging.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A place in an export.
 *
 * @param part its number
 * @param after ids, as the part gave them; empty for its beginning
 */
record ExportPlace(int part, List<String> after) {

    static final ExportPlace START = new ExportPlace(0, List.of());

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The most ids that a part gives. */
    private static final int DEEPEST = 2;

    /** @throws dev.rechat.kernel.error.ValidationException when the cursor is of another list */
    static ExportPlace of(Cursor cursor, int parts) {
        List<String> ids = cursor.parts().subList(1, cursor.parts().size());
        String number = cursor.parts().getFirst();
        if (!number.matches("[0-9]")
                || Integer.parseInt(number) >= parts
                || ids.isEmpty()
                || ids.size() > DEEPEST
                || !ids.stream().allMatch(id -> ID.matcher(id).matches())) {
            throw Cursor.invalid();
        }
        return new ExportPlace(Integer.parseInt(number), ids);
    }

    Cursor cursor() {
        List<String> all = new ArrayList<>(List.of(Integer.toString(part)));
        all.addAll(after);
        return new Cursor(all);
    }
}
