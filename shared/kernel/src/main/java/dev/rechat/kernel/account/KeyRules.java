package dev.rechat.kernel.account;

import dev.rechat.kernel.id.AppId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an API key may do beside its scopes.
 *
 * @param trusted made to act for whom its requests name; it does while its owner is an administrator
 * @param apps the only ones that it reaches; null for all of its owner's
 * @param requestsPerMinute null for any number
 */
public record KeyRules(
        boolean trusted,
        @Nullable Set<AppId> apps,
        @Nullable Integer requestsPerMinute) {

    /** Of a key with no rules of its own, and of people who signed in. */
    public static final KeyRules NONE = new KeyRules(false, null, null);

    public KeyRules {
        apps = apps == null ? null : Set.copyOf(apps);
    }

    public boolean reaches(AppId app) {
        return apps == null || apps.contains(app);
    }

    public boolean reachesAllApps() {
        return apps == null;
    }
}
