package dev.rechat.admin.app;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.database.DuplicateKeyException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes apps so that slugs stay unique and changes made at the same time do not undo one another. */
@Singleton
class AppStore {

    private static final int MOST_NAMESAKES = 50;

    private final AppRepository apps;

    AppStore(AppRepository apps) {
        this.apps = apps;
    }

    /** Adds an app under exactly its slug. @throws RefusedException {@code slug_taken} */
    App add(App app) {
        return insert(app).orElseThrow(AppStore::slugTaken);
    }

    /** Adds an app under its slug or the first free number after it. @throws RefusedException {@code slug_taken} */
    App addNumbered(App app) {
        Slug slug = new Slug(app.slug());
        for (int n = 1; n <= MOST_NAMESAKES; n++) {
            Optional<App> added = insert(app.withSlug(slug.numbered(n).value()));
            if (added.isPresent()) {
                return added.get();
            }
        }
        throw slugTaken();
    }

    /**
     * Changes an app as it is now, which may differ from what the caller saw before.
     *
     * @throws NotFoundException when it is gone
     * @throws RefusedException {@code slug_taken}
     */
    @Transactional
    App change(AppId id, UnaryOperator<App> change) {
        App changed = change.apply(apps.findForUpdate(id).orElseThrow(() -> new NotFoundException("app")));
        try {
            return apps.update(changed);
        } catch (DuplicateKeyException taken) {
            throw refusal(taken);
        }
    }

    private Optional<App> insert(App app) {
        try {
            return Optional.of(apps.save(app));
        } catch (DuplicateKeyException taken) {
            if (taken.violates(AppRepository.SLUG_KEY)) {
                return Optional.empty();
            }
            throw taken;
        }
    }

    private static RuntimeException refusal(DuplicateKeyException taken) {
        return taken.violates(AppRepository.SLUG_KEY) ? slugTaken() : taken;
    }

    private static RefusedException slugTaken() {
        return new RefusedException(ErrorCode.SLUG_TAKEN, "another app has this slug");
    }
}
