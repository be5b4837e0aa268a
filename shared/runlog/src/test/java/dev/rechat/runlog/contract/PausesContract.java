package dev.rechat.runlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.pause.KeptStates;
import dev.rechat.runlog.pause.PauseReason;
import dev.rechat.runlog.pause.PauseReasonType;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.UnknownRunException;
import dev.rechat.runlog.run.WorkflowRun;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Runs that wait, and runs that are kept when they go. */
public abstract class PausesContract extends StoreContract {

    private static final PauseReason FORM =
            new PauseReason(PauseReasonType.HUMAN_INPUT_REQUIRED, "form-1", "Please decide", "node-1");

    private static final PauseReason TIME = new PauseReason(PauseReasonType.SCHEDULED_PAUSE, "", "", "");

    private WorkflowRun saved(RunStatus status) {
        WorkflowRun run = samples.run(Samples.NOON).status(status).get();
        runs().save(run);
        return run;
    }

    private RunStatus status(WorkflowRun run) {
        return runs().find(samples.tenant, run.id()).orElseThrow().status();
    }

    @Test
    void keepsWhyARunWaitsAndWhatWasKnown() {
        WorkflowRun run = saved(RunStatus.RUNNING);

        RunPause pause = runs().pause(samples.tenant, run.id(), "{\"at\":\"猫\"}", List.of(FORM, TIME));

        assertThat(status(run)).isEqualTo(RunStatus.PAUSED);
        assertThat(runs().findPause(samples.tenant, run.id())).contains(pause);
        assertThat(pause.reasons()).containsExactly(FORM, TIME);
        assertThat(pause.resumedAt()).isNull();
        assertThat(runs().stateOf(pause)).isEqualTo("{\"at\":\"猫\"}");
    }

    @Test
    void replacesThePauseBeforeIt() {
        WorkflowRun run = saved(RunStatus.RUNNING);
        RunPause first = runs().pause(samples.tenant, run.id(), "{}", List.of(FORM));

        RunPause second = runs().pause(samples.tenant, run.id(), "{\"n\":2}", List.of(TIME));

        assertThat(runs().findPause(samples.tenant, run.id())).contains(second);
        assertThat(runs().stateOf(second)).isEqualTo("{\"n\":2}");
        assertThatIllegalStateException().isThrownBy(() -> runs().resume(first));
        assertThatIllegalStateException().isThrownBy(() -> runs().delete(first));
    }

    @Test
    void resumesOnce() {
        WorkflowRun run = saved(RunStatus.RUNNING);
        RunPause pause = runs().pause(samples.tenant, run.id(), "{}", List.of());

        RunPause resumed = runs().resume(pause);

        assertThat(resumed.resumedAt()).isNotNull();
        assertThat(status(run)).isEqualTo(RunStatus.RUNNING);
        assertThat(runs().findPause(samples.tenant, run.id())).contains(resumed);
        assertThatIllegalStateException().isThrownBy(() -> runs().resume(pause));
    }

    @Test
    void refusesWhatCannotWait() {
        WorkflowRun ended = saved(RunStatus.SUCCEEDED);

        assertThatIllegalStateException().isThrownBy(() -> runs().pause(samples.tenant, ended.id(), "{}", List.of()));
        assertThatThrownBy(() -> runs().pause(samples.tenant, Samples.id(), "{}", List.of()))
                .isInstanceOf(UnknownRunException.class);
        assertThatThrownBy(() -> runs().pause(new Samples().tenant, ended.id(), "{}", List.of()))
                .isInstanceOf(UnknownRunException.class);
        assertThatThrownBy(() -> runs().findPause(samples.tenant, Samples.id()))
                .isInstanceOf(UnknownRunException.class);
        assertThat(runs().findPause(samples.tenant, ended.id())).isEmpty();
    }

    @Test
    void deletesOnce() {
        WorkflowRun run = saved(RunStatus.RUNNING);
        RunPause pause = runs().pause(samples.tenant, run.id(), "{}", List.of(FORM));

        runs().delete(pause);

        assertThat(runs().findPause(samples.tenant, run.id())).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> runs().delete(pause));
        assertThatIllegalStateException().isThrownBy(() -> runs().stateOf(pause));
    }

    @Test
    void prunesWhatIsOldByEitherTime() {
        RunPause waiting = runs().pause(samples.tenant, saved(RunStatus.RUNNING).id(), "{}", List.of(FORM));
        RunPause resumed = runs().resume(
                        runs().pause(samples.tenant, saved(RunStatus.RUNNING).id(), "{}", List.of()));
        Instant past = waiting.createdAt().minus(1, ChronoUnit.DAYS);
        Instant future = Instant.now().plus(1, ChronoUnit.DAYS);

        assertThat(runs().prunePauses(samples.tenant, past, past, 10, KeptStates.NONE))
                .isEmpty();
        assertThat(runs().prunePauses(new Samples().tenant, future, future, 10, KeptStates.NONE))
                .isEmpty();
        assertThat(runs().prunePauses(samples.tenant, past, future, 10, KeptStates.NONE))
                .containsExactly(resumed.id());
        assertThat(runs().prunePauses(samples.tenant, future, past, 10, KeptStates.NONE))
                .containsExactly(waiting.id());
    }

    @Test
    void leavesTheStateOfAPausePrunedThatSomebodyNeeds() {
        RunPause shared = runs().pause(samples.tenant, saved(RunStatus.RUNNING).id(), "{\"n\":1}", List.of());
        RunPause own = runs().pause(samples.tenant, saved(RunStatus.RUNNING).id(), "{\"n\":2}", List.of());
        Instant future = Instant.now().plus(1, ChronoUnit.DAYS);

        List<String> gone = runs().prunePauses(samples.tenant, future, future, 10, due -> Set.of(shared.stateKey()));

        assertThat(gone).containsExactlyInAnyOrder(shared.id(), own.id());
        assertThat(runs().findPause(samples.tenant, shared.workflowRunId())).isEmpty();
        assertThat(runs().stateOf(shared)).isEqualTo("{\"n\":1}");
        assertThatIllegalStateException().isThrownBy(() -> runs().stateOf(own));
    }

    @Test
    void leavesPausesThatBeganBeforeToWhoeverKnowsWhoNeedsTheirStates() {
        RunPause pause = runs().pause(samples.tenant, saved(RunStatus.RUNNING).id(), "{}", List.of(FORM));

        runs().expire(samples.tenant, Instant.now().plus(1, ChronoUnit.DAYS), 100);

        assertThat(transfer()
                        .read(RecordType.PAUSES, samples.tenant, List.of(pause.id()))
                        .pauses())
                .containsExactly(pause);
        assertThat(runs().stateOf(pause)).isEqualTo("{}");
    }
}
