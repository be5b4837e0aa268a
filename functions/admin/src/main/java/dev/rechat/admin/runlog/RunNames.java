package dev.rechat.admin.runlog;

import dev.rechat.kernel.id.UserId;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.usage.report.AppLabel;
import dev.rechat.usage.report.Labels;
import dev.rechat.usage.report.PersonLabel;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;

/** How the apps and people of runs are called today, as the pages of usage call them. */
@Singleton
final class RunNames {

    private final Labels labels;

    RunNames(Labels labels) {
        this.labels = labels;
    }

    /** What was found for some runs. */
    record Known(Labels.Known labels) {

        AppLabel app(WorkflowRun run) {
            return labels.app(run.appId());
        }

        PersonLabel person(WorkflowRun run) {
            return account(run).map(labels::person).orElseGet(() -> new PersonLabel(run.createdBy(), null, null));
        }
    }

    Known of(Collection<WorkflowRun> runs) {
        return new Known(labels.of(
                runs.stream().map(WorkflowRun::appId).toList(),
                runs.stream().flatMap(run -> account(run).stream()).toList()));
    }

    /** Imported runs have Dify's id of an end user, which may be any text. */
    private static Optional<UserId> account(WorkflowRun run) {
        try {
            return Optional.of(UserId.of(run.createdBy()));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
