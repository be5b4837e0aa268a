package dev.rechat.local.demo;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.secret.SecretBox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Puts apps into the database that are not there yet. An app is known by its key; one that an administrator has renamed
 * stays renamed, only its address follows the start.
 */
@Singleton
public final class AppSeeder {

    private static final int MOST_APPS = 1_000;
    private static final String BEFORE_THE_FIRST = "";

    private final AppRepository apps;
    private final SecretBox secrets;
    private final IdGenerator ids;
    private final Clock clock;

    AppSeeder(AppRepository apps, SecretBox secrets, IdGenerator ids, Clock clock) {
        this.apps = apps;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds what is missing and switches all of them on; returns them as they are stored. */
    public List<App> seed(List<AppSeed> seeds) {
        List<App> stored = stored();
        return seeds.stream()
                .map(seed -> find(stored, seed)
                        .map(app -> place(app, seed.baseUrl(), true))
                        .orElseGet(() -> add(seed)))
                .toList();
    }

    /** Switches off those that are there: nothing answers for them in this start. */
    public void switchOff(List<AppSeed> seeds) {
        List<App> stored = stored();
        seeds.forEach(seed -> find(stored, seed).ifPresent(app -> place(app, app.baseUrl(), false)));
    }

    private List<App> stored() {
        return apps.listAfter(Integer.MIN_VALUE, BEFORE_THE_FIRST, MOST_APPS);
    }

    private Optional<App> find(List<App> stored, AppSeed seed) {
        return stored.stream()
                .filter(app -> app.mode().equals(seed.mode()) && hasKey(app, seed.key()))
                .findFirst();
    }

    private boolean hasKey(App app, String key) {
        try {
            return secrets.open(app.apiKeySealed(), app.id().toString()).equals(key);
        } catch (IllegalStateException sealedElsewhere) {
            // a database of one's own may hold apps of another installation, whose keys are none of our business
            return false;
        }
    }

    private App place(App app, String baseUrl, boolean enabled) {
        if (app.baseUrl().equals(baseUrl) && app.enabled() == enabled) {
            return app;
        }
        return apps.update(app.at(baseUrl, enabled, now()));
    }

    private App add(AppSeed seed) {
        AppId id = ids.nextAppId();
        return apps.save(new App(
                id,
                freeSlug(seed.slug()),
                seed.name(),
                seed.description(),
                "",
                seed.mode(),
                seed.baseUrl(),
                secrets.seal(seed.key(), id.toString()),
                true,
                seed.sortOrder(),
                now(),
                now()));
    }

    private String freeSlug(String wanted) {
        String slug = wanted;
        for (int number = 2; apps.findBySlug(slug).isPresent(); number++) {
            slug = wanted + "-" + number;
        }
        return slug;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
