package dev.rechat.admin.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.app.App;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/**
 * What went with a group.
 *
 * @param hiddenApps the first of the apps that were for this group alone: they exist for nobody now
 * @param budgetsDeleted how many budgets were for this group
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record DeletedGroup(List<HiddenApp> hiddenApps, long budgetsDeleted) {

    @Serdeable
    record HiddenApp(AppId id, String slug, String name) {

        static HiddenApp of(App app) {
            return new HiddenApp(app.id(), app.slug(), app.name());
        }
    }
}
