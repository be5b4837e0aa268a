package dev.rechat.auth.account;

import dev.rechat.accounts.mail.MailConfiguration;
import dev.rechat.accounts.password.PasswordPolicy;
import dev.rechat.accounts.setting.HouseSettings;
import dev.rechat.accounts.setting.Setting;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** What the house offers at its door. */
@Controller("/api/v1/auth/options")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class OptionsController {

    private final Registration registration;
    private final HouseSettings settings;
    private final MailConfiguration mail;

    OptionsController(Registration registration, HouseSettings settings, MailConfiguration mail) {
        this.registration = registration;
        this.settings = settings;
        this.mail = mail;
    }

    /** Whether and how accounts can be opened and passwords be reset, and who may read what is shared. */
    @Get
    OptionsView options() {
        return new OptionsView(
                registration.policy(),
                PasswordPolicy.MIN_LENGTH,
                mail.configured(),
                settings.get(Setting.EMAIL_VERIFICATION),
                settings.get(Setting.SHARING));
    }
}
