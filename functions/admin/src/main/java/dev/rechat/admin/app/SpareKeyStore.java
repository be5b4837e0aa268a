package dev.rechat.admin.app;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes which keys an app has; each act is one transaction and stands in the audit log, without the keys. */
@Singleton
class SpareKeyStore {

    private final AppRepository apps;
    private final Audit audit;

    SpareKeyStore(AppRepository apps, Audit audit) {
        this.apps = apps;
        this.audit = audit;
    }

    /**
     * Changes the keys of an app as it is now.
     *
     * @param change empty when there is nothing to change
     * @throws NotFoundException when the app is gone
     */
    @Transactional
    App change(AppId id, AuditAction action, UserId administrator, Function<App, Optional<App>> change) {
        App current = apps.findForUpdate(id).orElseThrow(() -> new NotFoundException("app"));
        Optional<App> changed = change.apply(current);
        if (changed.isEmpty()) {
            return current;
        }
        audit.record(action, administrator, Audit.APP, id.toString(), Map.of());
        return apps.update(changed.get());
    }
}
