package dev.rechat.admin.app;

import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.conversations.probe.ProbeStep;
import dev.rechat.dify.DifyApiKey;
import dev.rechat.dify.DifyApp;
import dev.rechat.dify.DifyAppDescription;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.database.Deadlocks;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/** The second key of an app, by which the first can be changed in Dify and here in any order, with nobody noticing. */
@Singleton
final class SpareKeys {

    private final AppAdministration apps;
    private final SpareKeyStore store;
    private final AppKeys keys;
    private final DifyTargets targets;
    private final DifyProbe dify;

    SpareKeys(AppAdministration apps, SpareKeyStore store, AppKeys keys, DifyTargets targets, DifyProbe dify) {
        this.apps = apps;
        this.store = store;
        this.keys = keys;
        this.targets = targets;
        this.dify = dify;
    }

    /** @param compared false where nothing but the mode could be: Dify refuses the first key */
    record Given(App app, boolean compared) {}

    /**
     * Gives an app a spare key, in place of the one it has. Dify is asked first, and outside of the transaction.
     *
     * @throws ValidationException for a key of another app, as far as Dify tells, or the first key again
     */
    Given set(AppId id, SetSpareKey request, UserId administrator) {
        App app = apps.require(id);
        DifyApiKey spare = AppKeys.parse(request.apiKey());
        boolean compared = requireSameApp(app, spare);
        String sealed = keys.seal(spare, id);
        App changed = change(id, AuditAction.APP_SPARE_KEY_SET, administrator, current -> {
            if (!current.baseUrl().equals(app.baseUrl())
                    || !current.apiKeySealed().equals(app.apiKeySealed())) {
                throw new RefusedException(
                        ErrorCode.CONFLICT, "somebody else has just changed the connection of this app");
            }
            return Optional.of(current.withKeys(current.apiKeySealed(), sealed));
        });
        return new Given(changed, compared);
    }

    /** The spare key becomes the first and the other way round. @throws RefusedException {@code conflict} without one */
    App swap(AppId id, UserId administrator) {
        return change(id, AuditAction.APP_KEYS_SWAPPED, administrator, current -> {
            String spare = current.spareKeySealed();
            if (spare == null) {
                throw new RefusedException(ErrorCode.CONFLICT, "the app has no spare key");
            }
            return Optional.of(current.withKeys(spare, current.apiKeySealed()));
        });
    }

    /** Takes it away, if there is one. */
    void remove(AppId id, UserId administrator) {
        change(
                id,
                AuditAction.APP_SPARE_KEY_REMOVED,
                administrator,
                current -> Optional.ofNullable(current.spareKeySealed())
                        .map(_ -> current.withKeys(current.apiKeySealed(), null)));
    }

    private App change(AppId id, AuditAction action, UserId administrator, Function<App, Optional<App>> change) {
        return Deadlocks.retry(() -> store.change(id, action, administrator, change));
    }

    /**
     * Dify tells no id of an app, but its mode, name, description, tags and author. Of all that only the mode is known here: the
     * name is the house's own.
     *
     * @return whether more than the mode was compared
     */
    private boolean requireSameApp(App app, DifyApiKey spare) {
        DifyApp target = targets.of(app);
        if (target.key().equals(spare)) {
            throw new ValidationException("api_key", "same_key", "is the first key already");
        }
        DifyAppDescription other = dify.describe(new DifyApp(target.baseUrl(), spare));
        Optional<DifyAppDescription> first = byFirstKey(target);
        if (!other.mode().wireName().equals(app.mode())
                || first.filter(told -> !told.equals(other)).isPresent()) {
            throw new ValidationException("api_key", "another_app", "is the key of another app");
        }
        return first.isPresent();
    }

    /** Empty where Dify refuses the first key: then the spare key comes to the rescue. */
    private Optional<DifyAppDescription> byFirstKey(DifyApp target) {
        try {
            DifyApp first = new DifyApp(target.baseUrl(), target.key());
            return Optional.of(dify.info(first, dify.patience()));
        } catch (ProbeFailedException failed) {
            if (failed.finding().step() == ProbeStep.KEY) {
                return Optional.empty();
            }
            throw failed.finding().asException(failed.getCause());
        }
    }
}
