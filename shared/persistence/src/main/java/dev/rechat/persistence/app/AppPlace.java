package dev.rechat.persistence.app;

import dev.rechat.kernel.id.AppId;
import java.util.List;
import java.util.Optional;

/** A place in the list of apps, which goes by the administrator's order and then by age. */
public record AppPlace(int sortOrder, String id) {

    /** Before the first app. */
    public static final AppPlace START = new AppPlace(Integer.MIN_VALUE, "");

    public static AppPlace of(App app) {
        return new AppPlace(app.sortOrder(), app.id().toString());
    }

    /** The place that {@link #parts()} of another one tell; empty when they tell none. */
    public static Optional<AppPlace> of(List<String> parts) {
        if (parts.size() != 2) {
            return Optional.empty();
        }
        try {
            String id = AppId.of(parts.getLast()).toString();
            return Optional.of(new AppPlace(Integer.parseInt(parts.getFirst()), id));
        } catch (IllegalArgumentException notAPlace) {
            return Optional.empty();
        }
    }

    /** As text, for a cursor. */
    public List<String> parts() {
        return List.of(Integer.toString(sortOrder), id);
    }
}
