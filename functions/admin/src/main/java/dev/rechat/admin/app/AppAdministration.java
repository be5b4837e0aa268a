package dev.rechat.admin.app;

import dev.rechat.admin.budget.BudgetRemoval;
import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.conversations.probe.BaseUrl;
import dev.rechat.dify.DifyApiKey;
import dev.rechat.dify.DifyApp;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppAudience;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.app.NodeDetail;
import dev.rechat.persistence.database.Deadlocks;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Adds, changes and tests apps. Dify is asked first and outside of any transaction: what does not work is not stored. */
@Singleton
final class AppAdministration {

    private static final int MOST_NAMESAKES = 50;

    private final AppRepository apps;
    private final AppStore store;
    private final BudgetRemoval budgets;
    private final AppKeys keys;
    private final DifyTargets targets;
    private final DifyProbe dify;
    private final SystemVariable variables;
    private final IdGenerator ids;
    private final Clock clock;

    AppAdministration(
            AppRepository apps,
            AppStore store,
            BudgetRemoval budgets,
            AppKeys keys,
            DifyTargets targets,
            DifyProbe dify,
            SystemVariable variables,
            IdGenerator ids,
            Clock clock) {
        this.apps = apps;
        this.store = store;
        this.budgets = budgets;
        this.keys = keys;
        this.targets = targets;
        this.dify = dify;
        this.variables = variables;
        this.ids = ids;
        this.clock = clock;
    }

    App require(AppId id) {
        return apps.findById(id).orElseThrow(() -> new NotFoundException("app"));
    }

    App create(CreateApp request, UserId administrator) {
        Slug slug = request.slug() == null ? Slug.derived(request.name()) : Slug.chosen(request.slug());
        AppId id = ids.nextAppId();
        Connection connection = connect(id, BaseUrl.parse(request.baseUrl()), AppKeys.parse(request.apiKey()));
        variables.check(
                new DifyApp(BaseUrl.parse(request.baseUrl()).value(), AppKeys.parse(request.apiKey())),
                request.systemVariable());
        Instant now = clock.instant();
        App app = new App(
                id,
                slug.value(),
                request.name().strip(),
                Objects.requireNonNullElse(request.description(), "").strip(),
                Objects.requireNonNullElse(request.icon(), "").strip(),
                connection.mode(),
                connection.baseUrl(),
                connection.apiKeySealed(),
                null,
                Objects.requireNonNullElse(request.enabled(), true),
                Objects.requireNonNullElse(request.order(), 0),
                Objects.requireNonNullElse(request.visibleTo(), AppAudience.ALL),
                Objects.requireNonNullElse(request.showThoughts(), true),
                Objects.requireNonNullElse(request.showNodes(), NodeDetail.STEPS),
                Objects.requireNonNullElse(request.showCitations(), true),
                SystemVariable.of(request.systemVariable()),
                now,
                now);
        List<GroupId> groups = Objects.requireNonNullElse(request.groupIds(), List.of());
        return request.slug() == null
                ? addNumbered(app, groups, administrator)
                : Deadlocks.retry(() -> store.add(app, groups, administrator));
    }

    /** Under its slug, or the first free number after it. */
    private App addNumbered(App app, List<GroupId> groups, UserId administrator) {
        Slug slug = new Slug(app.slug());
        for (int n = 1; ; n++) {
            App numbered = app.withSlug(slug.numbered(n).value());
            try {
                return Deadlocks.retry(() -> store.add(numbered, groups, administrator));
            } catch (RefusedException taken) {
                if (taken.code() != ErrorCode.SLUG_TAKEN || n == MOST_NAMESAKES) {
                    throw taken;
                }
            }
        }
    }

    App change(AppId id, ChangeApp request, UserId administrator) {
        App before = require(id);
        request.describe(before, before.updatedAt());
        Optional<Connection> connection = newConnection(before, request);
        if (SystemVariable.of(request.systemVariable()) != null) {
            variables.check(connected(before, request), request.systemVariable());
        }
        UnaryOperator<App> change = current -> {
            App connected =
                    connection.map(tried -> tried.replaceIn(current, before)).orElse(current);
            return request.describe(connected, clock.instant());
        };
        return Deadlocks.retry(() -> store.change(id, change, request.groupIds(), administrator));
    }

    /** Removes an app after its budgets. */
    void delete(AppId id, UserId administrator) {
        require(id);
        long before = budgets.deleteOf(id, administrator);
        Deadlocks.retry(() -> {
            store.delete(id, before, administrator);
            return true;
        });
    }

    /** As it will be reached. */
    private DifyApp connected(App before, ChangeApp request) {
        DifyApp present = targets.of(before);
        URI baseUrl = request.baseUrl() == null
                ? present.baseUrl()
                : BaseUrl.parse(request.baseUrl()).value();
        return new DifyApp(baseUrl, request.apiKey() == null ? present.key() : AppKeys.parse(request.apiKey()));
    }

    /** Empty when the connection stays, so that an app can be changed while its Dify is down. */
    private Optional<Connection> newConnection(App before, ChangeApp request) {
        BaseUrl present = BaseUrl.parse(before.baseUrl());
        BaseUrl baseUrl = request.baseUrl() == null ? present : BaseUrl.parse(request.baseUrl());
        if (request.apiKey() != null) {
            return Optional.of(connect(before.id(), baseUrl, AppKeys.parse(request.apiKey())));
        }
        if (baseUrl.equals(present)) {
            return Optional.empty();
        }
        if (!baseUrl.sameOrigin(present)) {
            throw new ValidationException(
                    "api_key", "required", "must be given again when the base URL leads to another host");
        }
        Connection moved = connect(before.id(), baseUrl, targets.of(before).key());
        return Optional.of(new Connection(moved.mode(), moved.baseUrl(), before.apiKeySealed()));
    }

    private Connection connect(AppId id, BaseUrl baseUrl, DifyApiKey key) {
        String mode = dify.describe(new DifyApp(baseUrl.value(), key)).mode().wireName();
        return new Connection(mode, baseUrl.toString(), keys.seal(key, id));
    }
}
