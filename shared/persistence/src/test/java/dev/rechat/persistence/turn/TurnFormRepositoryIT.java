package dev.rechat.persistence.turn;

import static dev.rechat.persistence.Rows.NOON;
import static dev.rechat.persistence.TestPersistence.bean;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.Rows;
import dev.rechat.persistence.Together;
import org.junit.jupiter.api.Test;

class TurnFormRepositoryIT {

    private final TurnFormRepository forms = bean(TurnFormRepository.class);
    private final UserId owner = Rows.savedUser();
    private final Turn turn = bean(TurnRepository.class).save(Rows.turn(Rows.savedConversation(owner)));
    private final TurnForm form = forms.save(
            new TurnForm(turn.id(), "form 😀", owner, "token", "{\"title\":\"批准\"}", FormState.OPEN, NOON, NOON));

    @Test
    void findsWhatWasSaved() {
        assertThat(forms.findOwned(turn.id(), "form 😀", owner)).contains(form);
    }

    @Test
    void givesAnotherOwnerNothing() {
        UserId other = Rows.savedUser();

        assertThat(forms.findOwned(turn.id(), "form 😀", other)).isEmpty();
        assertThat(forms.change(turn.id(), "form 😀", other, FormState.OPEN, FormState.SUBMITTED))
                .isZero();
    }

    @Test
    void isTakenByOneOfMany() throws Exception {
        var taken = Together.call(() -> forms.change(turn.id(), "form 😀", owner, FormState.OPEN, FormState.SUBMITTED));

        assertThat(taken).containsOnlyOnce(1L);
        assertThat(forms.findOwned(turn.id(), "form 😀", owner).orElseThrow().state())
                .isEqualTo(FormState.SUBMITTED);
    }
}
