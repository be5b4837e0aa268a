package dev.rechat.persistence.transfer;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far records of one kind have been carried from one place to another.
 *
 * @param transferKey what is carried, from where, to where, and of which days
 * @param pass 0 for the walk over all, then those after what changed meanwhile
 * @param readFrom where this pass began in time; null for the first record there is
 * @param afterCreatedAt with {@code afterId} the last record that has arrived in this pass; null when none has
 * @param finishedAt null while it is under way
 * @param leaseOwner who is at it, until {@code leaseUntil}
 */
@MappedEntity("runlog_transfers")
public record TransferState(
        @Id String transferKey,
        int pass,
        Instant passBeganAt,
        @Nullable Instant readFrom,
        @Nullable Instant afterCreatedAt,
        @Nullable String afterId,
        long recordsRead,
        long recordsWritten,
        long recordsRefused,
        Instant begunAt,
        @Nullable Instant finishedAt,
        @Nullable String leaseOwner,
        @Nullable Instant leaseUntil) {

    public static TransferState begun(String transferKey, Instant now) {
        return new TransferState(transferKey, 0, now, null, null, null, 0, 0, 0, now, null, null, null);
    }

    /** So many more have been read up to a record, and so many of them written. */
    public TransferState arrived(
            @Nullable Instant createdAt, @Nullable String id, long read, long written, long refused) {
        return new TransferState(
                transferKey,
                pass,
                passBeganAt,
                readFrom,
                createdAt,
                id,
                recordsRead + read,
                recordsWritten + written,
                recordsRefused + refused,
                begunAt,
                null,
                leaseOwner,
                leaseUntil);
    }

    /** What came last is looked at again, from a time on. */
    public TransferState nextPass(Instant from, Instant now) {
        return new TransferState(
                transferKey,
                pass + 1,
                now,
                from,
                null,
                null,
                recordsRead,
                recordsWritten,
                recordsRefused,
                begunAt,
                null,
                leaseOwner,
                leaseUntil);
    }

    public TransferState finished(Instant now) {
        return new TransferState(
                transferKey,
                pass,
                passBeganAt,
                readFrom,
                afterCreatedAt,
                afterId,
                recordsRead,
                recordsWritten,
                recordsRefused,
                begunAt,
                now,
                leaseOwner,
                leaseUntil);
    }
}
