package dev.rechat.web.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.account.KeyRules;
import dev.rechat.kernel.account.KeyStanding;
import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.account.Scope;
import dev.rechat.kernel.account.Standing;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.id.ApiKeyId;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.web.TestStandings;
import dev.rechat.web.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CurrentRightsTest {

    private static final UserId ADA = UserId.of(Tokens.USER);
    private static final UserId EVE = new UserId(UUID.randomUUID());
    private static final Bearer FOR_EVE = new Bearer.OfKeyFor(new Bearer.OfKey("k", "hash"), EVE);
    private static final ApiKeyId KEY = new ApiKeyId(UUID.randomUUID());

    private final TestStandings standings = new TestStandings();
    private final List<Runnable> waiting = new ArrayList<>();
    private final CurrentRights rights = new CurrentRights(
            standings,
            new RememberedRights(new AccessConfiguration(Duration.ofSeconds(30)), Clock.systemUTC()),
            waiting::add);

    @Test
    void givesAKeyWhatItsScopesNameAndItsOwnerHas() {
        assertThat(ofKey(Role.ADMIN, Scope.ADMIN, Scope.READ))
                .containsExactlyInAnyOrder(Permission.SELF, Permission.READ, Permission.ADMINISTER);
        assertThat(ofKey(Role.USER, Scope.ADMIN, Scope.CHAT))
                .containsExactlyInAnyOrder(Permission.SELF, Permission.CHAT);
        assertThat(ofKey(Role.PENDING, Scope.CHAT, Scope.READ)).containsExactly(Permission.SELF);
    }

    @Test
    void takesAKeyWithItsSecretOnly() {
        standings.put("k", key(Role.USER, Scope.CHAT));

        assertThat(find(new Bearer.OfKey("k", "hash")))
                .map(Rights::user)
                .contains(new CurrentUser(ADA, Role.USER, null, KEY));
        assertThat(find(new Bearer.OfKey("k", "hasH"))).isEmpty();
        assertThat(find(new Bearer.OfKey("k", ""))).isEmpty();
        assertThat(find(new Bearer.OfKey("other", "hash"))).isEmpty();
        assertThat(new Bearer.OfKey("k", "hash").toString()).doesNotContain("hash");
    }

    @Test
    void letsATrustedKeyOfAnAdministratorActForAPersonWithinItsScopes() {
        standings.put("k", trusted(Role.ADMIN, Scope.CHAT, Scope.ADMIN));
        standings.put(new Standing(EVE, Role.USER, false, false));

        Rights found = find(FOR_EVE).orElseThrow();

        assertThat(found.user().id()).isEqualTo(EVE);
        assertThat(found.user().keyId()).isEqualTo(KEY);
        assertThat(found.permissions()).containsExactlyInAnyOrder(Permission.SELF, Permission.CHAT);
    }

    @Test
    void letsNoOtherKeyActForAnybody() {
        standings.put(new Standing(EVE, Role.USER, false, false));

        standings.put("k", trusted(Role.USER, Scope.CHAT));
        assertThat(find(FOR_EVE)).isEmpty();
        standings.put("k", key(Role.ADMIN, Scope.CHAT));
        assertThat(find(FOR_EVE)).isEmpty();
        standings.put("k", trusted(Role.ADMIN, Scope.CHAT));
        assertThat(find(new Bearer.OfKeyFor(new Bearer.OfKey("k", "other"), EVE)))
                .isEmpty();
    }

    @Test
    void letsNobodyActForAnotherAdministrator() {
        standings.put("k", trusted(Role.ADMIN, Scope.CHAT, Scope.ADMIN));
        standings.put(new Standing(EVE, Role.ADMIN, false, false));

        Rights found = find(FOR_EVE).orElseThrow();

        assertThat(found.permissions()).isEmpty();
        assertThat(found.obstacle()).isEqualTo(ErrorCode.PERSON_PROTECTED);
    }

    @Test
    void leavesAKeyWithNothingWhileSomethingIsInItsOwnersWay() {
        standings.put(
                "k", new KeyStanding(KEY, "hash", Set.of(Scope.ADMIN), new Standing(ADA, Role.ADMIN, false, true)));

        Rights found = find(new Bearer.OfKey("k", "hash")).orElseThrow();

        assertThat(found.permissions()).containsExactly(Permission.SELF);
        assertThat(found.obstacle()).isEqualTo(ErrorCode.TOTP_ENROLLMENT_REQUIRED);
    }

    @Test
    void asksOnceForAllWhoAskAtATime() {
        var session = new SessionId(UUID.randomUUID());
        standings.put(session, new Standing(ADA, Role.USER, false, false));
        Bearer bearer = new Bearer.OfSession(session, ADA);

        var one = rights.of(bearer);
        var two = rights.of(bearer);
        work();

        assertThat(one.join()).isPresent().isEqualTo(two.join());
        assertThat(standings.lookups()).isEqualTo(1);
    }

    @Test
    void asksAgainAfterAFailure() {
        Bearer bearer = new Bearer.OfSession(new SessionId(UUID.randomUUID()), ADA);
        standings.failWith(() -> new IllegalStateException("away"));

        for (int attempt = 0; attempt < 2; attempt++) {
            var failed = rights.of(bearer);
            work();
            assertThat(failed).isCompletedExceptionally();
        }

        assertThat(standings.lookups()).isEqualTo(2);
    }

    private Set<String> ofKey(Role role, Scope... scopes) {
        String identifier = UUID.randomUUID().toString();
        standings.put(identifier, key(role, scopes));
        return find(new Bearer.OfKey(identifier, "hash")).orElseThrow().permissions();
    }

    private static KeyStanding key(Role role, Scope... scopes) {
        return new KeyStanding(KEY, "hash", Set.of(scopes), new Standing(ADA, role, false, false));
    }

    private static KeyStanding trusted(Role role, Scope... scopes) {
        var rules = new KeyRules(true, null, null);
        return new KeyStanding(KEY, "hash", Set.of(scopes), rules, new Standing(ADA, role, false, false));
    }

    private Optional<Rights> find(Bearer bearer) {
        var found = rights.of(bearer);
        work();
        return found.join();
    }

    private void work() {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }
}
