package dev.rechat.persistence.app;

import static dev.rechat.persistence.TestPersistence.bean;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.Rows;
import dev.rechat.persistence.database.DuplicateKeyException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppRepositoryIT {

    private final AppRepository apps = bean(AppRepository.class);

    @Test
    void findsWhatWasSaved() {
        App app = apps.save(Rows.app());

        assertThat(apps.findById(app.id())).contains(app);
        assertThat(apps.findBySlug(app.slug())).contains(app);
    }

    @Test
    void findsNothingForASlugInAnyScript() {
        assertThat(apps.findBySlug("服务台-😀-\u0000")).isEmpty();
        assertThat(apps.findById(Rows.IDS.nextAppId())).isEmpty();
    }

    @Test
    void changesEveryColumn() {
        App app = apps.save(Rows.app());
        App changed = new App(
                app.id(),
                app.slug() + "2",
                "服务台",
                "Ask us 😀",
                "🛎",
                "advanced-chat",
                "https://dify.example.org/v1",
                "k2:other",
                false,
                -7,
                app.createdAt(),
                Rows.NOON.plusMillis(1));

        apps.update(changed);

        assertThat(apps.findById(app.id())).contains(changed);
    }

    @Test
    void tellsThatASlugIsTaken() {
        App first = apps.save(Rows.app());
        App second = apps.save(Rows.app());

        var onInsert = catchThrowableOfType(DuplicateKeyException.class, () -> apps.save(withSlug(Rows.app(), first)));
        var onUpdate = catchThrowableOfType(DuplicateKeyException.class, () -> apps.update(withSlug(second, first)));

        assertThat(onInsert.violates(AppRepository.SLUG_KEY)).isTrue();
        assertThat(onUpdate.violates(AppRepository.SLUG_KEY)).isTrue();
        assertThat(apps.findById(second.id())).contains(second);
    }

    @Test
    void deletesOnce() {
        App app = apps.save(Rows.app());

        assertThat(apps.deleteById(app.id())).isEqualTo(1);

        assertThat(apps.findById(app.id())).isEmpty();
        assertThat(apps.deleteById(app.id())).isZero();
    }

    @Test
    void pagesThroughAppsOfEqualOrderWithoutGapOrRepeat() {
        List<AppId> saved = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            saved.add(apps.save(ordered(5, i % 2 == 0)).id());
        }

        List<AppId> all = new ArrayList<>();
        var place = new AppPlace(5, "");
        for (var page = apps.listAfter(place, 2); !page.isEmpty(); page = apps.listAfter(place, 2)) {
            page.forEach(app -> all.add(app.id()));
            place = AppPlace.of(AppPlace.of(page.getLast()).parts()).orElseThrow();
        }

        assertThat(all).containsSubsequence(saved).doesNotHaveDuplicates();
    }

    @Test
    void listsByOrderFromTheSmallest() {
        App last = apps.save(ordered(9, true));
        App first = apps.save(ordered(-9, true));

        assertThat(apps.listAfter(AppPlace.START, 100)).containsSubsequence(first, last);
    }

    @Test
    void printsNoSecret() {
        assertThat(Rows.app()).asString().doesNotContain("sealed");
    }

    private static App withSlug(App app, App taken) {
        return copy(app, taken.slug(), app.enabled(), app.sortOrder());
    }

    private static App ordered(int sortOrder, boolean enabled) {
        App app = Rows.app();
        return copy(app, app.slug(), enabled, sortOrder);
    }

    private static App copy(App app, String slug, boolean enabled, int sortOrder) {
        return new App(
                app.id(),
                slug,
                app.name(),
                app.description(),
                app.icon(),
                app.mode(),
                app.baseUrl(),
                app.apiKeySealed(),
                enabled,
                sortOrder,
                app.createdAt(),
                app.updatedAt());
    }
}
