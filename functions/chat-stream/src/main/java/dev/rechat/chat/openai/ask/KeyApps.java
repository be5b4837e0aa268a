package dev.rechat.chat.openai.ask;

import dev.rechat.chat.app.EnabledApps;
import dev.rechat.chat.openai.request.CompletionRequest;
import dev.rechat.persistence.app.App;
import dev.rechat.web.user.CurrentUser;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The apps of a request: those that its person may use and its key reaches. Others do not exist for it. */
@Singleton
public final class KeyApps {

    private final EnabledApps apps;

    KeyApps(EnabledApps apps) {
        this.apps = apps;
    }

    public List<App> list(CurrentUser user) {
        return apps.list(user.id()).stream()
                .filter(app -> user.key().reaches(app.id()))
                .toList();
    }

    /** Also one that is switched off. @param model as programs name it */
    public Optional<App> find(CurrentUser user, String model) {
        return apps.find(user.id(), CompletionRequest.app(model))
                .filter(app -> user.key().reaches(app.id()));
    }

    /** @throws dev.rechat.kernel.error.RefusedException when the key does not reach the model */
    public void require(CurrentUser user, String model) {
        if (!user.key().reachesAllApps() && find(user, model).isEmpty()) {
            throw Asking.unknown(model);
        }
    }
}
