package dev.rechat.conversation.importing;

import dev.rechat.kernel.error.FieldError;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.VisibleAppRepository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the app that an imported conversation goes on with: the one of that id, else of that slug, else the one that the request
 * names. It must be there for the person and switched on.
 */
final class AppChoice {

    private static final int MOST_ERRORS = 20;

    private final VisibleAppRepository apps;
    private final UserId owner;
    private final @Nullable String fallback;
    private final Map<String, Optional<AppId>> known = new HashMap<>();
    private final Map<String, FieldError> missing = new HashMap<>();
    private final List<FieldError> errors = new ArrayList<>();

    /** @param fallback an id or a slug; null when the request names none */
    AppChoice(VisibleAppRepository apps, UserId owner, @Nullable String fallback) {
        this.apps = apps;
        this.owner = owner;
        this.fallback = fallback;
    }

    /** Empty when there is none, which {@link #finish} tells. */
    Optional<AppId> of(IncomingApp wanted) {
        Optional<AppId> found = byId(wanted.id())
                .or(() -> bySlug(wanted.slug()))
                .or(() -> fallback == null ? Optional.empty() : byId(fallback).or(() -> bySlug(fallback)));
        if (found.isEmpty()) {
            miss(wanted);
        }
        return found;
    }

    /** @throws ValidationException that names every app that is missing */
    void finish() {
        if (!errors.isEmpty()) {
            throw new ValidationException(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
        }
    }

    private void miss(IncomingApp wanted) {
        FieldError error;
        if (fallback != null) {
            error = new FieldError("app_id", "not_found", "there is no such app that can be used");
        } else if (wanted.id() == null && wanted.slug() == null) {
            error = new FieldError("app_id", "required", "the document names no app");
        } else {
            error = new FieldError(
                    wanted.place(),
                    "not_found",
                    "there is no app " + (wanted.slug() == null ? wanted.id() : wanted.slug())
                            + " that can be used; app_id can name another");
        }
        if (missing.putIfAbsent(error.message(), error) == null) {
            errors.add(error);
        }
    }

    private Optional<AppId> byId(@Nullable String id) {
        return find("id:", id, text -> {
            try {
                return apps.find(AppId.of(text), owner);
            } catch (IllegalArgumentException notAnId) {
                return Optional.empty();
            }
        });
    }

    private Optional<AppId> bySlug(@Nullable String slug) {
        return find("slug:", slug, text -> apps.findBySlug(text, owner));
    }

    private Optional<AppId> find(String kind, @Nullable String name, Function<String, Optional<App>> lookup) {
        return name == null
                ? Optional.empty()
                : known.computeIfAbsent(
                        kind + name,
                        _ -> lookup.apply(name).filter(App::enabled).map(App::id));
    }
}
