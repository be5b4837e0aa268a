package dev.rechat.maintenance.runlog.journey;

import dev.rechat.persistence.transfer.TransferState;
import dev.rechat.runlog.RecordKey;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One that this process holds. What is noted is done: who comes next goes on behind it. For one thread. */
public final class Journey implements AutoCloseable {

    private final Checkpoints checkpoints;
    private final Clock clock;
    private final String owner;
    private TransferState state;

    Journey(Checkpoints checkpoints, Clock clock, String owner, TransferState state) {
        this.checkpoints = checkpoints;
        this.clock = clock;
        this.owner = owner;
        this.state = state;
    }

    public TransferState state() {
        return state;
    }

    /** Where the present pass has come to; null before its first record. */
    public @Nullable RecordKey after() {
        Instant createdAt = state.afterCreatedAt();
        String id = state.afterId();
        return createdAt == null || id == null ? null : new RecordKey(createdAt, id);
    }

    /**
     * @throws TransferBusyException when another process has taken it over meanwhile
     * @throws dev.rechat.runlog.RunLogUnavailableException when the database has not answered for a minute
     */
    public void note(TransferState next) {
        Instant until = clock.instant().plus(Journeys.LEASE);
        long noted = checkpoints.atLast(states -> states.advance(
                next.transferKey(),
                owner,
                until,
                next.pass(),
                next.passBeganAt(),
                next.readFrom(),
                next.afterCreatedAt(),
                next.afterId(),
                next.recordsRead(),
                next.recordsWritten(),
                next.recordsRefused(),
                next.begunAt(),
                next.finishedAt()));
        if (noted == 0) {
            throw new TransferBusyException("another process has taken over: this one was silent for too long");
        }
        state = next;
    }

    public void arrived(@Nullable RecordKey last, long read, long written, long refused) {
        note(
                last == null
                        ? state.arrived(state.afterCreatedAt(), state.afterId(), read, written, refused)
                        : state.arrived(last.createdAt(), last.id(), read, written, refused));
    }

    public void restart() {
        note(TransferState.begun(state.transferKey(), clock.instant()));
    }

    /** Looks again at what came since a time. */
    public void nextPass(Instant from) {
        note(state.nextPass(from, clock.instant()));
    }

    public void finish() {
        note(state.finished(clock.instant()));
    }

    /** Lets others have it. */
    @Override
    public void close() {
        checkpoints.atLast(states -> {
            states.release(state.transferKey(), owner);
            return true;
        });
    }
}
