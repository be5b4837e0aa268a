package dev.rechat.chat.app;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds apps by id or slug. */
@Singleton
public final class EnabledApps {

    private final AppRepository apps;

    EnabledApps(AppRepository apps) {
        this.apps = apps;
    }

    /**
     * @param idOrSlug a slug never looks like an id, so one text serves for both
     * @throws NotFoundException when there is no such app
     * @throws RefusedException {@code app_unavailable} when it is disabled
     */
    public App require(String idOrSlug) {
        App app = find(idOrSlug).orElseThrow(() -> new NotFoundException("app"));
        if (!app.enabled()) {
            throw new RefusedException(ErrorCode.APP_UNAVAILABLE, "the app is switched off");
        }
        return app;
    }

    private Optional<App> find(String idOrSlug) {
        try {
            return apps.findById(AppId.of(idOrSlug));
        } catch (IllegalArgumentException notAnId) {
            return apps.findBySlug(idOrSlug);
        }
    }
}
