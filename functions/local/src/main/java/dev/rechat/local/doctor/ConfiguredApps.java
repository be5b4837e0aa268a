package dev.rechat.local.doctor;

import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyApiKey;
import dev.rechat.dify.DifyApp;
import dev.rechat.local.doctor.dify.DifySubject;
import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppPlace;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.secret.SecretBox;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The apps that administrators have added, with their keys opened. */
final class ConfiguredApps {

    private static final int PAGE = 100;

    private ConfiguredApps() {}

    static List<DifySubject> of(ApplicationContext context, Sheet sheet) {
        List<App> apps = enabled(context.getBean(AppRepository.class));
        if (apps.isEmpty()) {
            sheet.note(
                    "apps",
                    Code.NO_APPS,
                    "no app is switched on",
                    "add one in the administration, or give --dify and --key");
        }
        DifyTargets targets = new DifyTargets(context.getBean(SecretBox.class));
        return apps.stream().flatMap(app -> subject(app, targets, sheet)).toList();
    }

    private static List<App> enabled(AppRepository stored) {
        List<App> apps = new ArrayList<>();
        List<App> page = stored.listAfter(AppPlace.START, PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(App::enabled).forEach(apps::add);
            page = stored.listAfter(AppPlace.of(page.getLast()), PAGE);
        }
        return apps;
    }

    private static Stream<DifySubject> subject(App app, DifyTargets targets, Sheet sheet) {
        DifyApp target;
        try {
            target = targets.of(app);
        } catch (IllegalStateException sealed) {
            sheet.problem(
                    "apps",
                    Code.SECRETS_MISSING,
                    "the key of %s does not open".formatted(app.slug()),
                    "RECHAT_SECRETS_KEYS must hold the key that it was sealed with");
            return Stream.empty();
        }
        DifyApiKey spare = target.spareKey();
        return Stream.of(new DifySubject(
                "app " + app.slug(),
                app.baseUrl(),
                target.key().value(),
                spare == null ? null : spare.value(),
                app.mode()));
    }
}
