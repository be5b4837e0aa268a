package dev.rechat.admin.setting;

import dev.rechat.accounts.setting.HouseSettings;
import dev.rechat.accounts.setting.SettingState;
import dev.rechat.kernel.account.Permission;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The settings of the house. */
@Controller("/api/v1/admin/settings")
@Secured(Permission.ADMINISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
class AdminSettingController {

    private final HouseSettings settings;
    private final SettingHistory history;
    private final Editors editors;

    AdminSettingController(HouseSettings settings, SettingHistory history, Editors editors) {
        this.settings = settings;
        this.history = history;
        this.editors = editors;
    }

    /** All settings with their values, in one page. */
    @Get
    Page<SettingView> list() {
        List<SettingState> all = settings.all();
        var names = editors.named(all.stream()
                .map(SettingState::updatedBy)
                .filter(Objects::nonNull)
                .toList());
        return new Page<>(
                all.stream().map(state -> SettingView.of(state, names)).toList(), null);
    }

    /** Who changed a setting, newest first, as far back as the audit log goes. */
    @Get("/{key}/history")
    Page<SettingChangeView> history(
            String key, @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        return history.page(key, PageRequest.of(limit, cursor));
    }

    /** Changes a setting; here it holds at once, everywhere within 30 seconds. */
    @Put("/{key}")
    @Secured(Permission.GOVERN)
    SettingView change(String key, @Valid @Body ChangeSetting request, CurrentUser administrator) {
        SettingState changed = settings.change(key, request.value(), administrator.id());
        return SettingView.of(changed, editors.named(List.of(administrator.id())));
    }
}
