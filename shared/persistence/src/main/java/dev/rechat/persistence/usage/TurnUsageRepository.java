package dev.rechat.persistence.usage;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import dev.rechat.persistence.turn.TurnStatus;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ledger: one row per turn that has ended. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface TurnUsageRepository extends GenericRepository<TurnUsage, TurnId> {

    String COLUMNS =
            "turn_id, user_id, app_id, day, status, error_code, prompt_tokens, completion_tokens, total_tokens,"
                    + " price, currency, first_token_ms, latency_ms, created_at, finished_at";

    /** @return 0 when the turn has a row */
    @Query("INSERT IGNORE INTO turn_usage (" + COLUMNS
            + ") VALUES (:turnId, :userId, :appId, :day, :status, :errorCode,"
            + " :promptTokens, :completionTokens, :totalTokens, :price, :currency, :firstTokenMs, :latencyMs, :createdAt,"
            + " :finishedAt)")
    long add(
            @IdColumn TurnId turnId,
            @IdColumn UserId userId,
            @IdColumn AppId appId,
            LocalDate day,
            TurnStatus status,
            @Nullable String errorCode,
            @Nullable Long promptTokens,
            @Nullable Long completionTokens,
            @Nullable Long totalTokens,
            @Nullable BigDecimal price,
            String currency,
            @Nullable Long firstTokenMs,
            @Nullable Long latencyMs,
            Instant createdAt,
            Instant finishedAt);

    /** @return false when the turn has a row */
    default boolean add(TurnUsage row) {
        return add(
                        row.turnId(),
                        row.userId(),
                        row.appId(),
                        row.day(),
                        row.status(),
                        row.errorCode(),
                        row.promptTokens(),
                        row.completionTokens(),
                        row.totalTokens(),
                        row.price(),
                        row.currency(),
                        row.firstTokenMs(),
                        row.latencyMs(),
                        row.createdAt(),
                        row.finishedAt())
                == 1;
    }

    /** The turn's row; it stays as it is until the transaction ends. */
    @Query("SELECT " + COLUMNS + " FROM turn_usage WHERE turn_id = :turnId FOR UPDATE")
    Optional<TurnUsage> hold(@IdColumn TurnId turnId);

    /** Writes the end of a turn in the place of another; whose it is, where and when it began stay. */
    @Query("UPDATE turn_usage SET status = :status, error_code = :errorCode, prompt_tokens = :promptTokens,"
            + " completion_tokens = :completionTokens, total_tokens = :totalTokens, price = :price, currency = :currency,"
            + " first_token_ms = :firstTokenMs, latency_ms = :latencyMs, finished_at = :finishedAt"
            + " WHERE turn_id = :turnId")
    long replace(
            @IdColumn TurnId turnId,
            TurnStatus status,
            @Nullable String errorCode,
            @Nullable Long promptTokens,
            @Nullable Long completionTokens,
            @Nullable Long totalTokens,
            @Nullable BigDecimal price,
            String currency,
            @Nullable Long firstTokenMs,
            @Nullable Long latencyMs,
            Instant finishedAt);

    default void replace(TurnUsage row) {
        replace(
                row.turnId(),
                row.status(),
                row.errorCode(),
                row.promptTokens(),
                row.completionTokens(),
                row.totalTokens(),
                row.price(),
                row.currency(),
                row.firstTokenMs(),
                row.latencyMs(),
                row.finishedAt());
    }
}
