package dev.rechat.web.user;

import static dev.rechat.web.user.AccessTester.ACCOUNT;
import static dev.rechat.web.user.AccessTester.ADMIN;
import static dev.rechat.web.user.AccessTester.ME;
import static dev.rechat.web.user.AccessTester.OWN;
import static dev.rechat.web.user.AccessTester.assertAllowed;
import static dev.rechat.web.user.AccessTester.assertRefused;
import static dev.rechat.web.user.AccessTester.assertUnknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.account.ApiKeySecret;
import dev.rechat.kernel.account.KeyRules;
import dev.rechat.kernel.account.KeyStanding;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.account.Scope;
import dev.rechat.kernel.account.Standing;
import dev.rechat.kernel.id.ApiKeyId;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.kernel.task.Afterwards;
import dev.rechat.web.Api;
import dev.rechat.web.SettableClock;
import dev.rechat.web.TestKeyUses;
import dev.rechat.web.Tokens;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysIT {

    private static final UserId ADA = UserId.of(Tokens.USER);

    private final Api api = Api.start(Map.of("test.clock", true));
    private final SettableClock clock = api.context().getBean(SettableClock.class);
    private final TestKeyUses uses = api.context().getBean(TestKeyUses.class);

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @EnumSource
    void mayWhatTheirScopeNamesAndNothingElse(Scope scope) {
        String key = key(Role.ADMIN, scope).text();

        assertAllowed(api, ME, key);
        assertRefused(api, ACCOUNT, key, 403, "forbidden");
        expect(scope != Scope.ADMIN, OWN, key);
        expect(scope == Scope.ADMIN, ADMIN, key);
    }

    @ParameterizedTest
    @EnumSource
    void neverManageTheAccount(Role role) {
        String key = key(role, Scope.values()).text();

        assertThat(AccessTester.get(api, ACCOUNT, key).statusCode()).isEqualTo(403);
    }

    @Test
    void giveNoMoreThanTheirOwnerHas() {
        String ofUser = key(Role.USER, Scope.values()).text();
        assertRefused(api, ADMIN, ofUser, 403, "forbidden");
        assertAllowed(api, OWN, ofUser);

        String ofPending = key(Role.PENDING, Scope.values()).text();
        assertAllowed(api, ME, ofPending);
        assertRefused(api, OWN, ofPending, 403, "account_pending");
    }

    @Test
    void areNotTakenWithAnotherSecret() {
        ApiKeySecret key = key(Role.ADMIN, Scope.CHAT);
        assertAllowed(api, OWN, key.text());
        ApiKeySecret other = ApiKeySecret.random(new SecureRandom());

        assertUnknown(api, new ApiKeySecret(key.identifier(), other.secret()).text());
        assertUnknown(api, other.text());
        assertUnknown(api, key.text().substring(0, key.text().length() - 1));
        assertUnknown(api, key.text() + "A");
        assertUnknown(api, key.secret());
        assertUnknown(api, key.identifier());
        assertUnknown(api, key.hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rk-",
                "rk-abcdefabcdef",
                "rk-abcdefabcdef_",
                "rk-abcdefabcdef_' OR 1=1 --",
                "rk-%_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "rk-abcdefabcdef_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.e30.e30"
            })
    void areNothingThatOnlyLooksLikeThem(String text) {
        int before = api.standings().lookups();

        assertUnknown(api, text);

        assertThat(api.standings().lookups()).as("nobody is asked").isEqualTo(before);
    }

    @Test
    void areTakenFromTheHeaderOnly() {
        String key = key(Role.USER, Scope.READ).text();

        assertRefused(api.get(OWN + "?access_token=" + key + "&key=" + key), 401, "unauthenticated");
        assertRefused(api.get(OWN, "Cookie", "JWT=" + key), 401, "unauthenticated");
        assertRefused(api.get(OWN, "X-Api-Key", key), 401, "unauthenticated");
    }

    @Test
    void haveWhatIsTakenFromThemNoLongerWithTheNextRequest() {
        ApiKeySecret key = key(new KeyRules(false, null, null));
        assertAllowed(api, OWN, key.text());

        api.standings()
                .put(key.identifier(), standing(key, new KeyRules(false, Set.of(new AppId(UUID.randomUUID())), null)));

        assertRefused(api, OWN, key.text(), 403, "forbidden");
    }

    @Test
    void haveTheirUseWrittenDownOnceAMinute() {
        String key = key(Role.USER, Scope.READ).text();

        for (int request = 0; request < 9; request++) {
            assertAllowed(api, OWN, key);
            clock.forward(Duration.ofSeconds(20));
        }

        settle();
        assertThat(uses.written())
                .containsExactlyInAnyOrder(
                        SettableClock.NOON, SettableClock.NOON.plusSeconds(60), SettableClock.NOON.plusSeconds(120));
    }

    @Test
    void workAlsoWhenTheirUseCannotBeWrittenDown() {
        uses.fail();

        assertAllowed(api, OWN, key(Role.USER, Scope.READ).text());

        settle();
        assertThat(uses.written()).isEmpty();
    }

    @Test
    void haveNoUseWrittenDownThatWasNone() {
        ApiKeySecret key = key(Role.ADMIN, Scope.CHAT);

        assertUnknown(
                api,
                new ApiKeySecret(
                                key.identifier(),
                                ApiKeySecret.random(new SecureRandom()).secret())
                        .text());

        settle();
        assertThat(uses.written()).isEmpty();
    }

    @Test
    void areRefusedBeyondTheirOwnLimitAndNoOtherKeyWithThem() {
        String limited = key(new KeyRules(false, null, 2)).text();
        String other = key(new KeyRules(false, null, 2)).text();

        assertAllowed(api, OWN, limited);
        assertAllowed(api, OWN, limited);
        assertRefused(api, OWN, limited, 429, "rate_limited");
        assertThat(AccessTester.get(api, OWN, limited).headers().firstValue("Retry-After"))
                .contains("30");
        assertAllowed(api, OWN, other);
    }

    @Test
    void forSomeAppsOpenNothingThatDoesNotLookAtTheirApps() {
        String some = key(new KeyRules(false, Set.of(new AppId(UUID.randomUUID())), null))
                .text();

        assertRefused(api, OWN, some, 403, "forbidden");
        assertRefused(api, ADMIN, some, 403, "forbidden");
        assertAllowed(api, ME, some);
    }

    @Test
    void areCountedAlsoWhereTheyOpenNothing() {
        String some = key(new KeyRules(false, Set.of(new AppId(UUID.randomUUID())), 1))
                .text();

        assertRefused(api, OWN, some, 403, "forbidden");
        assertRefused(api, ME, some, 429, "rate_limited");
    }

    private ApiKeySecret key(KeyRules rules) {
        ApiKeySecret key = ApiKeySecret.random(new SecureRandom());
        api.standings().put(key.identifier(), standing(key, rules));
        return key;
    }

    private static KeyStanding standing(ApiKeySecret key, KeyRules rules) {
        Standing owner = new Standing(ADA, Role.ADMIN, false, false);
        return new KeyStanding(new ApiKeyId(UUID.randomUUID()), key.hash(), Set.of(Scope.values()), rules, owner);
    }

    private void expect(boolean allowed, String path, String key) {
        if (allowed) {
            assertAllowed(api, path, key);
        } else {
            assertRefused(api, path, key, 403, "forbidden");
        }
    }

    private void settle() {
        assertThat(api.context().getBean(Afterwards.class).settle(Duration.ofSeconds(10)))
                .isTrue();
    }

    private ApiKeySecret key(Role owner, Scope... scopes) {
        ApiKeySecret key = ApiKeySecret.random(new SecureRandom());
        ApiKeyId id = new ApiKeyId(UUID.randomUUID());
        Standing standing = new Standing(ADA, owner, false, false);
        api.standings().put(key.identifier(), new KeyStanding(id, key.hash(), Set.of(scopes), standing));
        return key;
    }
}
