package dev.rechat.persistence.apikey;

import static dev.rechat.persistence.TestPersistence.bean;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.account.KeyRules;
import dev.rechat.kernel.account.KeyUses;
import dev.rechat.kernel.account.Scope;
import dev.rechat.kernel.id.ApiKeyId;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApiKeyRepositoryIT {

    private static final String NEWEST = "g";

    private final ApiKeyRepository keys = bean(ApiKeyRepository.class);
    private final UserId owner = Rows.savedUser();

    @Test
    void listsTheNewestFirstWithoutRevokedOnes() {
        ApiKey first = saved(owner, null);
        ApiKey second = saved(owner, Rows.NOON);
        ApiKey revoked = saved(owner, null);
        saved(Rows.savedUser(), null);

        assertThat(keys.revoke(revoked.id(), owner, Rows.NOON)).isEqualTo(1);

        assertThat(keys.listBefore(owner, NEWEST, 10)).containsExactly(second, first);
        assertThat(keys.listBefore(owner, second.id().toString(), 10)).containsExactly(first);
        assertThat(keys.listBefore(owner, NEWEST, 1)).containsExactly(second);
        assertThat(first.scopeList()).containsExactly(Scope.CHAT, Scope.READ);
    }

    @Test
    void givesAnotherOwnerNothing() {
        ApiKey key = saved(owner, null);
        UserId other = Rows.savedUser();

        assertThat(keys.listBefore(other, NEWEST, 10)).isEmpty();
        assertThat(keys.revoke(key.id(), other, Rows.NOON)).isZero();
        assertThat(keys.change(key.id(), other, "theirs", true, null, null, null))
                .isZero();
        assertThat(keys.findForUpdate(key.id(), other)).isEmpty();
        assertThat(keys.listBefore(owner, NEWEST, 10)).containsExactly(key);
    }

    @Test
    void countsWhatWorks() {
        saved(owner, null);
        saved(owner, Rows.NOON);
        saved(owner, Rows.NOON.plusMillis(1));
        keys.revoke(saved(owner, null).id(), owner, Rows.NOON);

        assertThat(keys.countLive(owner, Rows.NOON)).isEqualTo(2);
    }

    @Test
    void revokesOnce() {
        ApiKeyId key = saved(owner, null).id();

        assertThat(keys.revoke(key, owner, Rows.NOON)).isEqualTo(1);
        assertThat(keys.revoke(key, owner, Rows.NOON)).isZero();
    }

    @Test
    void writesUsesDownToTheMinute() {
        ApiKeyId key = saved(owner, null).id();
        KeyUses uses = bean(KeyUses.class);

        uses.used(key, Rows.NOON);
        uses.used(key, Rows.NOON.plusSeconds(59));
        assertThat(lastUse()).isEqualTo(Rows.NOON);

        uses.used(key, Rows.NOON.plusSeconds(60));
        uses.used(key, Rows.NOON);
        assertThat(lastUse()).isEqualTo(Rows.NOON.plusSeconds(60));
    }

    @Test
    void countsUpToALimitInEachMinuteWhoeverCounts() {
        ApiKeyId key = saved(owner, null).id();

        assertThat(keys.count(key, Rows.NOON, 2)).isEqualTo(1);
        assertThat(keys.count(key, Rows.NOON, 2)).isEqualTo(1);
        assertThat(keys.count(key, Rows.NOON, 2)).isZero();
        assertThat(keys.count(key, Rows.NOON.plusSeconds(60), 2)).isEqualTo(1);
        assertThat(keys.count(key, Rows.NOON, 2))
                .as("a clock that is behind opens no other minute")
                .isEqualTo(1);
        assertThat(keys.count(key, Rows.NOON.plusSeconds(60), 2)).isZero();
    }

    @Test
    void keepsWhichAppsAKeyReaches() {
        AppId one = Rows.IDS.nextAppId();
        AppId two = Rows.IDS.nextAppId();
        ApiKeyId id = Rows.IDS.nextApiKeyId();
        String apps = ApiKey.writtenApps(List.of(two, one, two));
        keys.save(new ApiKey(
                id, owner, "some-apps", "0".repeat(64), "k", "chat", true, apps, 7, Rows.NOON, null, null, null));

        ApiKey kept = keys.listBefore(owner, NEWEST, 1).getFirst();

        assertThat(kept.rules()).isEqualTo(new KeyRules(true, Set.of(one, two), 7));
        assertThat(ApiKey.apps(kept.apps())).containsExactly(two, one);
        assertThat(saved(owner, null).rules()).isEqualTo(KeyRules.NONE);
    }

    @Test
    void changesAndLiftsRulesOfKeysThatWereNotRevoked() {
        ApiKeyId id = saved(owner, null).id();
        String app = Rows.IDS.nextAppId().toString();

        assertThat(keys.change(id, owner, "bound", true, app, 7, Rows.NOON)).isEqualTo(1);

        ApiKey bound = keys.findForUpdate(id, owner).orElseThrow();
        assertThat(bound.rules()).isEqualTo(new KeyRules(true, Set.of(AppId.of(app)), 7));
        assertThat(bound.name()).isEqualTo("bound");
        assertThat(bound.expiresAt()).isEqualTo(Rows.NOON);

        keys.change(id, owner, "free", false, null, null, null);
        ApiKey free = keys.findForUpdate(id, owner).orElseThrow();
        assertThat(free.rules()).isEqualTo(KeyRules.NONE);
        assertThat(free.expiresAt()).isNull();

        keys.revoke(id, owner, Rows.NOON);
        assertThat(keys.change(id, owner, "late", false, null, null, null)).isZero();
        assertThat(keys.findForUpdate(id, owner)).isEmpty();
    }

    private @Nullable Instant lastUse() {
        return keys.listBefore(owner, NEWEST, 1).getFirst().lastUsedAt();
    }

    private ApiKey saved(UserId user, @Nullable Instant expiresAt) {
        ApiKeyId id = Rows.IDS.nextApiKeyId();
        return keys.save(new ApiKey(
                id,
                user,
                id.toString().replace("-", ""),
                "0".repeat(64),
                "ключ 🔑",
                ApiKey.written(List.of(Scope.READ, Scope.CHAT, Scope.READ)),
                false,
                null,
                null,
                Rows.NOON,
                expiresAt,
                null,
                null));
    }
}
