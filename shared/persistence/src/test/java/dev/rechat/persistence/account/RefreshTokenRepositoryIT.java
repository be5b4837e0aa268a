package dev.rechat.persistence.account;

import static dev.rechat.persistence.TestPersistence.bean;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rechat.persistence.Rows;
import dev.rechat.persistence.Together;
import dev.rechat.persistence.database.DuplicateKeyException;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class RefreshTokenRepositoryIT {

    private final RefreshTokenRepository tokens = bean(RefreshTokenRepository.class);

    @Test
    void findsATokenByItsHashAlone() {
        RefreshToken token = tokens.save(Rows.refreshToken(Rows.savedUser()));

        assertThat(tokens.findByTokenHash(token.tokenHash())).contains(token);
        assertThat(tokens.findByTokenHash("0".repeat(64))).isEmpty();
    }

    @Test
    void letsOneOfManyCallersRotate() throws Exception {
        RefreshToken token = tokens.save(Rows.refreshToken(Rows.savedUser()));

        var changed = Together.call(() -> tokens.rotate(token.id(), Rows.NOON.plusSeconds(1)));

        assertThat(changed).containsOnlyOnce(1L);
        assertThat(Collections.frequency(changed, 0L)).isEqualTo(Together.CALLERS - 1);
        assertThat(tokens.findByTokenHash(token.tokenHash()).orElseThrow().rotatedAt())
                .isEqualTo(Rows.NOON.plusSeconds(1));
    }

    @Test
    void endsAllTokensOfASessionAndNoOther() {
        RefreshToken first = tokens.save(Rows.refreshToken(Rows.savedUser()));
        RefreshToken spare = Rows.refreshToken(first.userId());
        RefreshToken second = tokens.save(new RefreshToken(
                spare.id(),
                first.sessionId(),
                spare.userId(),
                spare.tokenHash(),
                spare.createdAt(),
                spare.expiresAt(),
                null,
                null));
        RefreshToken otherDevice = tokens.save(Rows.refreshToken(first.userId()));

        assertThat(tokens.endSession(first.sessionId(), Rows.NOON)).isEqualTo(2);

        assertThat(tokens.findByTokenHash(second.tokenHash()).orElseThrow().revokedAt())
                .isEqualTo(Rows.NOON);
        assertThat(tokens.findByTokenHash(otherDevice.tokenHash())).contains(otherDevice);
        assertThat(tokens.endSession(first.sessionId(), Rows.NOON.plusSeconds(9)))
                .as("ended once")
                .isZero();
        assertThat(tokens.rotate(first.id(), Rows.NOON))
                .as("a revoked token is not exchanged")
                .isZero();
    }

    @Test
    void neverKeepsTheSameTokenTwice() {
        RefreshToken token = tokens.save(Rows.refreshToken(Rows.savedUser()));
        RefreshToken spare = Rows.refreshToken(token.userId());
        RefreshToken twin = new RefreshToken(
                spare.id(),
                spare.sessionId(),
                spare.userId(),
                token.tokenHash(),
                spare.createdAt(),
                spare.expiresAt(),
                null,
                null);

        var failure = catchThrowableOfType(DuplicateKeyException.class, () -> tokens.save(twin));

        assertThat(failure.violates("refresh_tokens_hash")).isTrue();
    }
}
