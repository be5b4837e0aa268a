package dev.rechat.chat.app;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppPlace;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.app.VisibleAppRepository;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The apps that people may use. One that is for groups of others does not exist, for an administrator either. Each answer is
 * the database's of that moment: who leaves a group is asked no more.
 */
@Singleton
public final class EnabledApps {

    private static final int PAGE = 200;

    private final VisibleAppRepository shown;
    private final AppRepository apps;

    EnabledApps(VisibleAppRepository shown, AppRepository apps) {
        this.shown = shown;
        this.apps = apps;
    }

    /**
     * An app that a person may ask.
     *
     * @param idOrSlug a slug never looks like an id, so one text serves for both
     * @throws NotFoundException when there is no such app for this person
     * @throws RefusedException {@code app_unavailable} when it is switched off
     */
    public App require(UserId user, String idOrSlug) {
        return requireEnabled(find(user, idOrSlug).orElseThrow(EnabledApps::unknown));
    }

    /** All that a person may ask, in the order that the administrators gave them. */
    public List<App> list(UserId user) {
        List<App> all = new ArrayList<>();
        List<App> page = shown.listEnabledAfter(user, AppPlace.START, PAGE);
        all.addAll(page);
        while (page.size() == PAGE) {
            page = shown.listEnabledAfter(user, AppPlace.of(page.getLast()), PAGE);
            all.addAll(page);
        }
        return all;
    }

    /** The app if it is there for a person, switched off or not. */
    public Optional<App> find(UserId user, String idOrSlug) {
        return shown.find(idOrSlug, user);
    }

    /** What is thrown for an app that there is none of. */
    public static NotFoundException unknown() {
        return new NotFoundException("app");
    }

    /** @throws RefusedException {@code app_unavailable} when it is switched off */
    public static App requireEnabled(App app) {
        if (!app.enabled()) {
            throw new RefusedException(ErrorCode.APP_UNAVAILABLE, "the app is switched off");
        }
        return app;
    }

    /**
     * The app of something that a person was given before, which stays theirs whoever the app is for now.
     *
     * @throws NotFoundException when it is gone
     * @throws RefusedException {@code app_unavailable} when it is switched off
     */
    public App requireSource(AppId id) {
        return requireEnabled(apps.findById(id).orElseThrow(EnabledApps::unknown));
    }
}
