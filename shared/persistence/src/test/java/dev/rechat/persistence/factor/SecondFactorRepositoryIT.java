package dev.rechat.persistence.factor;

import static dev.rechat.persistence.TestPersistence.bean;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.Rows;
import dev.rechat.persistence.Together;
import org.junit.jupiter.api.Test;

class SecondFactorRepositoryIT {

    private final SecondFactorRepository factors = bean(SecondFactorRepository.class);
    private final UserId owner = Rows.savedUser();

    @Test
    void takesNoCodeBeforeTheFactorIsConfirmed() {
        factors.save(new SecondFactor(owner, "k:sealed", Rows.NOON, null, null));

        assertThat(factors.takeStep(owner, 7)).isZero();
        assertThat(factors.findByUserId(owner).orElseThrow().confirmed()).isFalse();

        assertThat(factors.confirm(owner, 7, Rows.NOON)).isEqualTo(1);
        assertThat(factors.confirm(owner, 8, Rows.NOON)).isZero();
        assertThat(factors.findByUserId(owner)).contains(new SecondFactor(owner, "k:sealed", Rows.NOON, Rows.NOON, 7L));
    }

    @Test
    void takesEachStepOnceAndInOrder() throws Exception {
        confirmed(owner);

        assertThat(factors.takeStep(owner, 7)).isZero();
        assertThat(factors.takeStep(owner, 9)).isEqualTo(1);
        assertThat(factors.takeStep(owner, 8)).isZero();
        assertThat(Together.call(() -> factors.takeStep(owner, 10))).containsOnlyOnce(1L);
    }

    @Test
    void takesARecoveryCodeOnceAndOfItsOwnerOnly() throws Exception {
        UserId other = Rows.savedUser();
        confirmed(owner);
        confirmed(other);
        factors.addRecoveryCode(owner, "a".repeat(64));
        factors.addRecoveryCode(owner, "b".repeat(64));

        assertThat(factors.takeRecoveryCode(other, "a".repeat(64), Rows.NOON)).isZero();
        assertThat(Together.call(() -> factors.takeRecoveryCode(owner, "a".repeat(64), Rows.NOON)))
                .containsOnlyOnce(1L);
        assertThat(factors.countRecoveryCodes(owner)).isEqualTo(1);
        assertThat(factors.countRecoveryCodes(other)).isZero();
    }

    @Test
    void removesTheRecoveryCodesWithTheFactor() {
        confirmed(owner);
        factors.addRecoveryCode(owner, "a".repeat(64));

        assertThat(factors.deleteByUserId(owner)).isEqualTo(1);

        assertThat(factors.countRecoveryCodes(owner)).isZero();
        assertThat(factors.deleteByUserId(owner)).isZero();
    }

    private void confirmed(UserId user) {
        factors.save(new SecondFactor(user, "k:sealed", Rows.NOON, null, null));
        factors.confirm(user, 7, Rows.NOON);
    }
}
