package dev.rechat.auth.banner;

import dev.rechat.accounts.setting.HouseSettings;
import dev.rechat.accounts.setting.Setting;
import dev.rechat.kernel.account.Permission;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.Clock;

/** What the house has to tell. */
@Controller("/api/v1/banner")
@Secured(Permission.SELF)
@ExecuteOn(TaskExecutors.BLOCKING)
class BannerController {

    private final HouseSettings settings;
    private final Clock clock;

    BannerController(HouseSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The banner of the house, for everybody who is signed in, whoever waits for approval included; 204 without one. */
    @Get
    HttpResponse<BannerView> banner() {
        return settings.get(Setting.BANNER)
                .filter(banner -> banner.holds(clock.instant()))
                .map(banner -> HttpResponse.ok(BannerView.of(banner)))
                .orElseGet(HttpResponse::noContent);
    }
}
