package dev.rechat.web.user;

import dev.rechat.kernel.account.KeyStanding;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.account.Standing;
import dev.rechat.kernel.account.Standings;
import dev.rechat.kernel.error.ErrorCode;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What bearers may do now: the one place where a standing becomes rights. A lookup is remembered for {@code
 * rechat.access.standing-age}, so that rights end everywhere in that time without a query per request; several requests
 * that need the same one at a time share it. Requests with API keys ask each time: what is taken from a key is to be gone at
 * once, and a program does not ask as often as a page does. Thread-safe.
 */
@Singleton
public final class CurrentRights {

    private final Standings standings;
    private final RememberedRights remembered;
    private final Executor blocking;
    private final ConcurrentMap<Bearer, CompletableFuture<Optional<Rights>>> lookups = new ConcurrentHashMap<>();

    CurrentRights(Standings standings, RememberedRights remembered, @Named(TaskExecutors.BLOCKING) Executor blocking) {
        this.standings = standings;
        this.remembered = remembered;
        this.blocking = blocking;
    }

    /**
     * The rights of a bearer. Does not block.
     *
     * @return empty for one that is not good any more: session ended, key revoked, account gone. Fails as the database
     *     fails, once what was remembered is too old
     */
    public CompletableFuture<Optional<Rights>> of(Bearer bearer) {
        Optional<Rights> known = remembered.find(bearer);
        if (known.isPresent()) {
            return CompletableFuture.completedFuture(known);
        }
        CompletableFuture<Optional<Rights>> ours = new CompletableFuture<>();
        CompletableFuture<Optional<Rights>> first = lookups.putIfAbsent(bearer, ours);
        if (first != null) {
            return first;
        }
        blocking.execute(PropagatedContext.wrapCurrent(() -> answer(bearer, ours)));
        return ours;
    }

    /**
     * The rights of a bearer as they are at this moment, whatever is remembered. Does not block.
     *
     * @return as {@link #of}. Fails as the database fails
     */
    CompletableFuture<Optional<Rights>> now(Bearer bearer) {
        Supplier<Optional<Rights>> asked = () -> remembered.refresh(bearer, this::read);
        return CompletableFuture.supplyAsync(PropagatedContext.wrapCurrent(asked), blocking);
    }

    /** Whoever comes after it was answered asks anew, or finds what is remembered. */
    private void answer(Bearer bearer, CompletableFuture<Optional<Rights>> waiting) {
        try {
            Optional<Rights> found = remembered.refresh(bearer, this::read);
            lookups.remove(bearer);
            waiting.complete(found);
        } catch (RuntimeException | Error failure) {
            lookups.remove(bearer);
            waiting.completeExceptionally(failure);
        }
    }

    private Optional<Rights> read(Bearer bearer) {
        return switch (bearer) {
            case Bearer.OfSession(var session, var user) ->
                standings.ofSession(session, user).map(standing -> {
                    var caller = new CurrentUser(user, standing.role(), session, null);
                    return rights(caller, standing.permissions(), standing);
                });
            case Bearer.OfKey key -> standing(key).map(CurrentRights::ofKey);
            case Bearer.OfKeyFor(var key, var person) ->
                standing(key)
                        .filter(KeyStanding::actsForOthers)
                        .flatMap(standing -> standings.ofAccount(person).map(other -> acting(standing, other)));
        };
    }

    private Optional<KeyStanding> standing(Bearer.OfKey bearer) {
        return standings.ofKey(bearer.identifier()).filter(key -> same(key.secretHash(), bearer.secretHash()));
    }

    private static Rights ofKey(KeyStanding key) {
        Standing owner = key.owner();
        var caller = new CurrentUser(owner.user(), owner.role(), null, key.id(), key.rules());
        return rights(caller, key.permissions(), owner);
    }

    /** What the key was made for, as far as the person may do it. An administrator's account is nobody else's to act for. */
    private static Rights acting(KeyStanding key, Standing person) {
        var caller = new CurrentUser(person.user(), person.role(), null, key.id(), key.rules());
        if (person.role() == Role.ADMIN && !person.user().equals(key.owner().user())) {
            return new Rights(caller, Set.of(), ErrorCode.PERSON_PROTECTED);
        }
        return rights(caller, person.permissions(key.scopes()), person);
    }

    private static Rights rights(CurrentUser user, Set<String> permissions, Standing standing) {
        return new Rights(user, permissions, standing.obstacle().orElse(null));
    }

    /** In a time that does not tell how much of it is right. */
    private static boolean same(String hash, String presented) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), presented.getBytes(StandardCharsets.US_ASCII));
    }
}
