package dev.rechat.persistence.turn;

import static dev.rechat.persistence.Rows.NOON;
import static dev.rechat.persistence.TestPersistence.bean;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.Rows;
import dev.rechat.persistence.Together;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.database.DuplicateKeyException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TurnRepositoryIT {

    private final TurnRepository turns = bean(TurnRepository.class);
    private final UserId owner = Rows.savedUser();
    private final Conversation conversation = Rows.savedConversation(owner);

    @Test
    void findsWhatWasSaved() {
        Turn turn = turns.save(Rows.turn(conversation));

        assertThat(turns.findOwned(turn.id(), owner)).contains(turn);
        assertThat(turns.findRunning(conversation.id(), owner)).contains(turn);
    }

    @Test
    void givesAnotherOwnerNothing() {
        Turn turn = turns.save(Rows.turn(conversation));
        UserId other = Rows.savedUser();

        assertThat(turns.findOwned(turn.id(), other)).isEmpty();
        assertThat(turns.findRunning(conversation.id(), other)).isEmpty();
    }

    @Test
    void admitsOneRunningTurnPerConversation() throws Exception {
        var outcomes = Together.call(() -> {
            try {
                turns.save(Rows.turn(conversation));
                return "started";
            } catch (DuplicateKeyException refused) {
                return refused.violates(TurnRepository.RUNNING_KEY) ? "running" : "other";
            }
        });

        assertThat(outcomes).containsOnlyOnce("started");
        assertThat(Collections.frequency(outcomes, "running")).isEqualTo(Together.CALLERS - 1);
    }

    @Test
    void tellsTheSameTurnFromAnotherOneRunning() {
        Turn turn = turns.save(Rows.turn(conversation));

        var again = catchThrowableOfType(
                DuplicateKeyException.class, () -> turns.save(Rows.turn(turn.id(), conversation, conversation.id())));
        var other = catchThrowableOfType(DuplicateKeyException.class, () -> turns.save(Rows.turn(conversation)));

        assertThat(again.violates(TurnRepository.ID_KEY)).isTrue();
        assertThat(other.violates(TurnRepository.RUNNING_KEY)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STREAMING")
    void keepsHowItEndedAndFreesTheConversation(TurnStatus status) {
        Turn turn = turns.save(Rows.turn(conversation));

        assertThat(turns.finish(turn.id(), status, "task", "message", null, "dify_timeout", NOON.plusMillis(7)))
                .isEqualTo(1);

        assertThat(turns.findOwned(turn.id(), owner))
                .contains(new Turn(
                        turn.id(),
                        owner,
                        conversation.id(),
                        turn.appId(),
                        turn.userMessageId(),
                        turn.assistantMessageId(),
                        status,
                        null,
                        turn.leaseUntil(),
                        "task",
                        "message",
                        null,
                        "dify_timeout",
                        NOON,
                        NOON.plusMillis(7)));
        assertThat(turns.findRunning(conversation.id(), owner)).isEmpty();
        turns.save(Rows.turn(conversation));
    }

    @Test
    void endsOnceWhoeverEndsIt() throws Exception {
        Turn turn = turns.save(Rows.turn(conversation));
        var late = turn.leaseUntil().plusMillis(1);

        var finished = Together.call(() -> turns.finish(turn.id(), TurnStatus.COMPLETED, null, null, null, null, late));

        assertThat(finished).containsOnlyOnce(1L);
        assertThat(turns.interruptExpired(turn.id(), late)).isZero();
        assertThat(turns.renewLeases(List.of(turn.id()), late)).isZero();
    }

    @Test
    void isInterruptedOnceWhenItsLeaseHasRunOut() throws Exception {
        Turn turn = turns.save(Rows.turn(conversation));
        var late = turn.leaseUntil().plusMillis(1);

        assertThat(turns.interruptExpired(turn.id(), turn.leaseUntil())).isZero();
        var interrupted = Together.call(() -> turns.interruptExpired(turn.id(), late));

        assertThat(interrupted).containsOnlyOnce(1L);
        assertThat(turns.finish(turn.id(), TurnStatus.COMPLETED, null, null, null, null, late))
                .as("the producer that comes back late")
                .isZero();
        Turn ended = turns.findOwned(turn.id(), owner).orElseThrow();
        assertThat(ended.status()).isEqualTo(TurnStatus.INTERRUPTED);
        assertThat(ended.finishedAt()).isEqualTo(late);
    }

    @Test
    void livesOnWithARenewedLease() {
        Turn turn = turns.save(Rows.turn(conversation));
        Turn other = turns.save(Rows.turn(Rows.savedConversation(owner)));
        Turn ended = turns.save(Rows.turn(Rows.savedConversation(owner)));
        turns.finish(ended.id(), TurnStatus.COMPLETED, null, null, null, null, NOON);
        var later = turn.leaseUntil().plusSeconds(30);

        assertThat(turns.renewLeases(List.of(turn.id(), other.id(), ended.id()), later))
                .isEqualTo(2);

        assertThat(turns.findOwned(other.id(), owner).orElseThrow().leaseUntil())
                .isEqualTo(later);
        assertThat(turns.interruptExpired(turn.id(), turn.leaseUntil().plusSeconds(1)))
                .isZero();
    }

    @Test
    void runsBesideTurnsOfOtherConversations() {
        Turn turn = turns.save(Rows.turn(conversation));
        Turn other = turns.save(Rows.turn(Rows.savedConversation(owner)));
        ConversationId elsewhere = other.conversationId();

        turns.finish(turn.id(), TurnStatus.STOPPED, null, null, null, null, NOON);

        assertThat(turns.findRunning(elsewhere, owner)).contains(other);
    }
}
