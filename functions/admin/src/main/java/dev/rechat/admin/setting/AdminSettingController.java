package dev.rechat.admin.setting;

import dev.rechat.accounts.setting.HouseSettings;
import dev.rechat.kernel.account.Permission;
import dev.rechat.web.paging.Page;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;

/** The settings of the house. */
@Controller("/api/v1/admin/settings")
@Secured(Permission.ADMINISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
class AdminSettingController {

    private final HouseSettings settings;

    AdminSettingController(HouseSettings settings) {
        this.settings = settings;
    }

    /** All settings with their values, in one page. */
    @Get
    Page<SettingView> list() {
        return new Page<>(settings.all().stream().map(SettingView::of).toList(), null);
    }

    /** Changes a setting; here it holds at once, everywhere within 30 seconds. */
    @Put("/{key}")
    @Secured(Permission.GOVERN)
    SettingView change(String key, @Valid @Body ChangeSetting request, CurrentUser administrator) {
        return SettingView.of(settings.change(key, request.value(), administrator.id()));
    }
}
