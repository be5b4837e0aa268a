package dev.rechat.local.doctor;

import dev.rechat.dify.DifyClient;
import dev.rechat.dify.network.DifyNetworks;
import dev.rechat.local.doctor.database.DatabaseDoctor;
import dev.rechat.local.doctor.database.Login;
import dev.rechat.local.doctor.dify.DifyDoctor;
import dev.rechat.local.doctor.dify.DifySubject;
import dev.rechat.local.doctor.http.PlainHttp;
import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Findings;
import dev.rechat.local.doctor.report.Sheet;
import dev.rechat.local.doctor.site.SiteDoctor;
import dev.rechat.local.doctor.site.SiteSubject;
import dev.rechat.persistence.secret.SecretsRule;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One visit: the database, the apps at Dify, the public address, whatever of it there is. */
final class HouseCall {

    private static final int FILE_BYTES = 15 * 1024 * 1024;
    private static final int POOL = 10;
    private static final long TURN_BYTES = 8L * 1024 * 1024;

    private final ApplicationContext context;
    private final DoctorOptions options;
    private final Findings findings;
    private final Clock clock;

    /** @param context built, its environment started, and nothing more */
    HouseCall(ApplicationContext context, DoctorOptions options, Findings findings, Clock clock) {
        this.context = context;
        this.options = options;
        this.findings = findings;
        this.clock = clock;
    }

    void make(Optional<Login> login) {
        context.start();
        List<DifySubject> apps = new ArrayList<>();
        for (DoctorOptions.DifyOption given : options.dify()) {
            apps.add(new DifySubject("Dify at " + shown(given.url()), given.url(), given.key(), null, null));
        }
        login.ifPresent(database -> apps.addAll(database(database, apps.isEmpty())));
        try (PlainHttp http = new PlainHttp()) {
            dify(apps, http);
            site(http);
        }
    }

    private List<DifySubject> database(Login login, boolean withApps) {
        Sheet sheet = findings.sheet("database");
        Environment environment = context.getEnvironment();
        int pool = number("datasources.default.maximum-pool-size", POOL);
        long turn =
                environment.getProperty("rechat.turns.max-bytes", Long.class).orElse(TURN_BYTES);
        boolean readable = new DatabaseDoctor(clock, pool, turn).look(login, sheet);
        if (!readable || !withApps) {
            return List.of();
        }
        if (!new SecretsRule().problems(environment).isEmpty()) {
            sheet.note(
                    "apps",
                    Code.SECRETS_MISSING,
                    "the apps at Dify are not looked at: their keys do not open without RECHAT_SECRETS_KEYS",
                    "set it as the functions have it, or give --dify and --key");
            return List.of();
        }
        return ConfiguredApps.of(context, sheet);
    }

    private void dify(List<DifySubject> apps, PlainHttp http) {
        if (apps.isEmpty()) {
            return;
        }
        Environment environment = context.getEnvironment();
        String configured =
                environment.getProperty(DifyNetworks.PROPERTY, String.class).orElse("");
        DifyNetworks ofFunctions = DifyNetworks.parse(configured);
        // whoever names a host here has decided that it may be asked; what the functions may is said apart from that
        String all = Stream.concat(Stream.of(configured), apps.stream().flatMap(app -> host(app.url()).stream()))
                .filter(entry -> !entry.isEmpty())
                .distinct()
                .collect(Collectors.joining(","));
        environment.addPropertySource(
                PropertySource.of("doctor", Map.of(DifyNetworks.PROPERTY, all), Integer.MAX_VALUE));
        DifyDoctor doctor = new DifyDoctor(context.getBean(DifyClient.class), ofFunctions, files(), http, clock);
        apps.forEach(app -> doctor.look(app, options.question(), findings.sheet(app.name())));
    }

    private void site(PlainHttp http) {
        String url = options.site();
        if (url == null) {
            return;
        }
        String version = context.getEnvironment()
                .getProperty("rechat.version", String.class)
                .orElse("");
        new SiteDoctor(http, clock, files(), version)
                .look(
                        new SiteSubject(url, options.apiKey(), options.app(), options.question()),
                        findings.sheet("ReChat at " + shown(url)));
    }

    private int files() {
        return number("rechat.files.max-bytes", FILE_BYTES);
    }

    private int number(String property, int otherwise) {
        return context.getEnvironment().getProperty(property, Integer.class).orElse(otherwise);
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(URI.create(url.strip()).getHost()).map(host -> host.replaceAll("^\\[|]$", ""));
        } catch (IllegalArgumentException noUrl) {
            return Optional.empty(); // told when it is looked at
        }
    }

    /** Without a user, a password or a query that somebody may have put there. */
    private static String shown(String url) {
        return url.strip().replaceFirst("//[^/@]*@", "//").replaceFirst("[?#].*$", "");
    }
}
