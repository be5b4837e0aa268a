package dev.rechat.web.user;

import dev.rechat.kernel.account.KeyLimits;
import dev.rechat.kernel.account.KeyRules;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.ApiKeyId;
import dev.rechat.kernel.id.UserId;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerHttpRequestContext;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What rules of a key's own do to a request: they count it, refuse it, or make it somebody else's. Nothing for other keys. */
@Singleton
final class KeyRequests {

    /** Where keys act for others, and the only place for keys that are for some apps: everything there looks at their apps. */
    private static final String BOUNDED = "/v1/";

    private final KeyLimits limits;
    private final @Nullable Represented represented;
    private final Executor blocking;

    KeyRequests(KeyLimits limits, @Nullable Represented represented, @Named(TaskExecutors.BLOCKING) Executor blocking) {
        this.limits = limits;
        this.represented = represented;
        this.blocking = blocking;
    }

    /** Whether the key reaches this route at all. */
    static boolean reaches(KeyRules rules, HttpRequest<?> request) {
        return rules.reachesAllApps() || isBounded(request);
    }

    private static boolean isBounded(HttpRequest<?> request) {
        return request.getPath().startsWith(BOUNDED);
    }

    /** Counts it. Fails with {@code rate_limited} when it is one too many. */
    Mono<Boolean> admit(CurrentUser user, HttpRequest<?> request) {
        Integer most = user.key().requestsPerMinute();
        if (most == null) {
            return Mono.just(true);
        }
        ApiKeyId key = Objects.requireNonNull(user.keyId());
        return blocking(request, () -> {
            Optional<Duration> wait = limits.admit(key, most);
            if (wait.isPresent()) {
                throw new RefusedException(
                        ErrorCode.RATE_LIMITED,
                        "this API key is good for " + most + " requests per minute",
                        wait.get());
            }
            return true;
        });
    }

    /** Whom it asks for, where that is not the key's owner. */
    Mono<UserId> person(CurrentUser owner, HttpRequest<?> request) {
        Represented people = represented;
        if (people == null || !owner.key().trusted() || !isBounded(request)) {
            return Mono.empty();
        }
        return blocking(request, () -> people.of(request, owner))
                .flatMap(person -> Mono.justOrEmpty(person.filter(id -> !id.equals(owner.id()))));
    }

    /** What is written down meanwhile tells where the request came from. */
    private <T> Mono<T> blocking(HttpRequest<?> request, Supplier<T> work) {
        PropagatedContext context = PropagatedContext.getOrEmpty().plus(new ServerHttpRequestContext(request));
        return Mono.fromSupplier(() -> context.propagate(work)).subscribeOn(Schedulers.fromExecutor(blocking));
    }
}
