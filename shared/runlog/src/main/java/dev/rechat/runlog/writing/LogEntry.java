package dev.rechat.runlog.writing;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.pause.PauseReason;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.WorkflowRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that is to be written: the newest state of one record. */
public sealed interface LogEntry {

    /** What a newer state replaces. */
    record Slot(RecordType type, String id) {}

    Slot slot();

    /** About how much memory it takes. */
    long bytes();

    /** Whether a reader may look for it at once: it ended, or it waits for a person. */
    boolean urgent();

    /** Whether a state that is told later cannot be newer unless it is an end, too. */
    boolean ended();

    /** The same without what people and apps said, for want of room. */
    LogEntry withoutContent();

    /** @param continued whether another process may have recorded more of it before: what is not known here stays */
    record Run(WorkflowRun run, boolean continued) implements LogEntry {

        @Override
        public Slot slot() {
            return new Slot(RecordType.WORKFLOW_RUNS, run.id());
        }

        @Override
        public long bytes() {
            return RECORD_BYTES + size(run.inputs()) + size(run.outputs()) + size(run.error());
        }

        @Override
        public boolean urgent() {
            return run.status().isEnded();
        }

        @Override
        public boolean ended() {
            return run.status().isEnded();
        }

        @Override
        public Run withoutContent() {
            return new Run(Bare.of(run), continued);
        }
    }

    /** @param continued as of {@link Run} */
    record Node(NodeExecution execution, boolean continued) implements LogEntry {

        @Override
        public Slot slot() {
            return new Slot(RecordType.NODE_EXECUTIONS, execution.id());
        }

        @Override
        public long bytes() {
            return RECORD_BYTES
                    + size(execution.inputs())
                    + size(execution.processData())
                    + size(execution.outputs())
                    + size(execution.executionMetadata())
                    + size(execution.error());
        }

        /** Its run's end follows and hurries. */
        @Override
        public boolean urgent() {
            return false;
        }

        @Override
        public boolean ended() {
            return Ended.is(execution.status());
        }

        @Override
        public Node withoutContent() {
            return new Node(Bare.of(execution), continued);
        }
    }

    /** That somebody asked for a run. */
    record Request(AppLog log) implements LogEntry {

        @Override
        public Slot slot() {
            return new Slot(RecordType.APP_LOGS, log.id());
        }

        @Override
        public long bytes() {
            return RECORD_BYTES;
        }

        @Override
        public boolean urgent() {
            return false;
        }

        @Override
        public boolean ended() {
            return true;
        }

        @Override
        public Request withoutContent() {
            return this;
        }
    }

    /** That a run waits. @param state JSON: what is known of it */
    record Pause(Tenant tenant, String runId, String state, List<PauseReason> reasons) implements LogEntry {

        public Pause {
            reasons = List.copyOf(reasons);
        }

        @Override
        public Slot slot() {
            return new Slot(RecordType.PAUSES, runId);
        }

        @Override
        public long bytes() {
            return RECORD_BYTES + size(state);
        }

        @Override
        public boolean urgent() {
            return true;
        }

        @Override
        public boolean ended() {
            return false;
        }

        @Override
        public Pause withoutContent() {
            return new Pause(tenant, runId, "{}", reasons);
        }
    }

    /** That a run goes on. A pause that is not written yet is none any more. */
    record Resumption(Tenant tenant, String runId) implements LogEntry {

        @Override
        public Slot slot() {
            return new Slot(RecordType.PAUSES, runId);
        }

        @Override
        public long bytes() {
            return RECORD_BYTES;
        }

        @Override
        public boolean urgent() {
            return false;
        }

        @Override
        public boolean ended() {
            return false;
        }

        @Override
        public Resumption withoutContent() {
            return this;
        }
    }

    /** What a record takes beside its texts. */
    long RECORD_BYTES = 1024;

    private static long size(@Nullable String text) {
        return text == null ? 0 : 2L * text.length();
    }
}
