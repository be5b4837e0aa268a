package dev.rechat.persistence.turn;

import static dev.rechat.persistence.Rows.NOON;
import static dev.rechat.persistence.Rows.PRODUCER;
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

    private static final String OTHER_PRODUCER = "0192e4a0-0000-7000-8000-00000000000b";

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

        assertThat(turns.finish(
                        turn.id(),
                        PRODUCER,
                        status,
                        "thread",
                        "task",
                        "message",
                        "run",
                        "dify_timeout",
                        NOON.plusMillis(7)))
                .isEqualTo(1);

        Turn ended = turns.findOwned(turn.id(), owner).orElseThrow();
        assertThat(ended.status()).isEqualTo(status);
        assertThat(ended)
                .extracting(
                        Turn::runningIn,
                        Turn::difyConversationId,
                        Turn::difyTaskId,
                        Turn::difyMessageId,
                        Turn::workflowRunId,
                        Turn::errorCode,
                        Turn::finishedAt)
                .containsExactly(null, "thread", "task", "message", "run", "dify_timeout", NOON.plusMillis(7));
        assertThat(turns.findRunning(conversation.id(), owner)).isEmpty();
        turns.save(Rows.turn(conversation));
    }

    @Test
    void endsOnceWhoeverEndsIt() throws Exception {
        Turn turn = turns.save(Rows.turn(conversation));
        var late = turn.leaseUntil().plusMillis(1);

        var finished = Together.call(() -> end(turn, PRODUCER, TurnStatus.COMPLETED));

        assertThat(finished).containsOnlyOnce(1L);
        assertThat(turns.takeOver(turn.id(), owner, OTHER_PRODUCER, late, late)).isZero();
        assertThat(turns.renewLeases(List.of(turn.id()), PRODUCER, late)).isZero();
        assertThat(turns.requestStop(turn.id(), owner, NOON)).isZero();
    }

    @Test
    void isTakenOverOnceWhenItsLeaseHasRunOut() throws Exception {
        Turn turn = turns.save(Rows.turn(conversation));
        var late = turn.leaseUntil().plusMillis(1);

        assertThat(turns.takeOver(turn.id(), owner, OTHER_PRODUCER, late, turn.leaseUntil()))
                .isZero();
        assertThat(turns.takeOver(turn.id(), Rows.savedUser(), OTHER_PRODUCER, late, late))
                .isZero();
        var taken = Together.call(() -> turns.takeOver(turn.id(), owner, OTHER_PRODUCER, late.plusSeconds(30), late));

        assertThat(taken).containsOnlyOnce(1L);
        assertThat(held(turn)).isEqualTo(new HeldTurn(turn.id(), OTHER_PRODUCER, TurnStatus.STREAMING, null));
        assertThat(end(turn, PRODUCER, TurnStatus.COMPLETED))
                .as("the producer that comes back late")
                .isZero();
        assertThat(turns.learn(turn.id(), PRODUCER, null, "stale", null, null)).isZero();
        assertThat(end(turn, OTHER_PRODUCER, TurnStatus.COMPLETED)).isEqualTo(1);
    }

    @Test
    void isEndedAgainByItsProducerWhoHasTheWholeAnswer() {
        Turn turn = turns.save(Rows.turn(conversation));
        var late = turn.leaseUntil().plusMillis(1);
        turns.takeOver(turn.id(), owner, OTHER_PRODUCER, late, late);
        end(turn, OTHER_PRODUCER, TurnStatus.INTERRUPTED);

        assertThat(end(turn, PRODUCER, TurnStatus.COMPLETED)).isEqualTo(1);
        assertThat(end(turn, PRODUCER, TurnStatus.FAILED)).isZero();
    }

    @Test
    void canBeTakenOverOnceItIsLetGo() {
        Turn turn = turns.save(Rows.turn(conversation));

        assertThat(turns.release(turn.id(), OTHER_PRODUCER, NOON)).isZero();
        assertThat(turns.release(turn.id(), PRODUCER, NOON)).isEqualTo(1);

        assertThat(turns.takeOver(turn.id(), owner, OTHER_PRODUCER, turn.leaseUntil(), NOON.plusMillis(1)))
                .isEqualTo(1);
    }

    @Test
    void livesOnWithARenewedLease() {
        Turn turn = turns.save(Rows.turn(conversation));
        Turn other = turns.save(Rows.turn(Rows.savedConversation(owner)));
        Turn ended = turns.save(Rows.turn(Rows.savedConversation(owner)));
        end(ended, PRODUCER, TurnStatus.COMPLETED);
        var later = turn.leaseUntil().plusSeconds(30);

        assertThat(turns.renewLeases(List.of(turn.id(), other.id(), ended.id()), PRODUCER, later))
                .isEqualTo(2);

        assertThat(turns.findOwned(other.id(), owner).orElseThrow().leaseUntil())
                .isEqualTo(later);
        assertThat(turns.takeOver(
                        turn.id(),
                        owner,
                        OTHER_PRODUCER,
                        later,
                        turn.leaseUntil().plusSeconds(1)))
                .isZero();
    }

    @Test
    void tellsItsProducerOfTheWishToStop() {
        Turn turn = turns.save(Rows.turn(conversation));

        assertThat(turns.requestStop(turn.id(), Rows.savedUser(), NOON)).isZero();
        assertThat(held(turn).stopRequestedAt()).isNull();
        assertThat(turns.requestStop(turn.id(), owner, NOON)).isEqualTo(1);
        assertThat(turns.requestStop(turn.id(), owner, NOON.plusSeconds(1))).isEqualTo(1);

        assertThat(held(turn).stopRequestedAt()).isEqualTo(NOON);
        assertThat(turns.findOwned(turn.id(), owner).orElseThrow().stopRequestedAt())
                .isEqualTo(NOON);
    }

    @Test
    void countsWhatIsBeingAnswered() {
        Turn turn = turns.save(Rows.turn(conversation));
        turns.save(Rows.turn(Rows.savedConversation(owner)));
        end(turns.save(Rows.turn(Rows.savedConversation(owner))), PRODUCER, TurnStatus.COMPLETED);

        assertThat(turns.countRunning(owner, NOON)).isEqualTo(2);
        assertThat(turns.countRunningOfApp(turn.appId(), NOON)).isEqualTo(1);
        assertThat(turns.countRunning(owner, turn.leaseUntil().plusMillis(1)))
                .as("those whose producers died")
                .isZero();
    }

    @Test
    void countsWhatAThreadHasHeardSince() {
        Turn turn = turns.save(Rows.turn(conversation));
        turns.finish(turn.id(), PRODUCER, TurnStatus.COMPLETED, "thread", "task", "message", null, null, NOON);

        assertThat(turns.countLaterInThread(conversation.id(), owner, "thread", NOON.minusMillis(1)))
                .isEqualTo(1);
        assertThat(turns.countLaterInThread(conversation.id(), owner, "thread", NOON))
                .isZero();
        assertThat(turns.countLaterInThread(conversation.id(), owner, "another", NOON.minusMillis(1)))
                .isZero();
        assertThat(turns.countLaterInThread(conversation.id(), Rows.savedUser(), "thread", NOON.minusMillis(1)))
                .isZero();
    }

    private HeldTurn held(Turn turn) {
        return turns.hold(List.of(turn.id())).getFirst();
    }

    private long end(Turn turn, String producer, TurnStatus status) {
        return turns.finish(turn.id(), producer, status, null, null, null, null, null, NOON);
    }

    @Test
    void runsBesideTurnsOfOtherConversations() {
        Turn turn = turns.save(Rows.turn(conversation));
        Turn other = turns.save(Rows.turn(Rows.savedConversation(owner)));
        ConversationId elsewhere = other.conversationId();

        end(turn, PRODUCER, TurnStatus.STOPPED);

        assertThat(turns.findRunning(elsewhere, owner)).contains(other);
    }
}
