package dev.rechat.persistence.usage;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The sums of the ledger, as they are moved. Many move the same rows: each transaction in the order of the keys. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface UsageSumRepository extends GenericRepository<TurnUsage, TurnId> {

    @Query("INSERT INTO usage_daily (day, app_id, user_id, currency, turns, completed, stopped, failed, interrupted,"
            + " paused, prompt_tokens, completion_tokens, total_tokens, price)"
            + " VALUES (:day, :app, :user, :currency, :turns, :completed, :stopped, :failed, :interrupted, :paused,"
            + " :promptTokens, :completionTokens, :totalTokens, :price)"
            + " ON DUPLICATE KEY UPDATE turns = turns + VALUES(turns), completed = completed + VALUES(completed),"
            + " stopped = stopped + VALUES(stopped), failed = failed + VALUES(failed),"
            + " interrupted = interrupted + VALUES(interrupted), paused = paused + VALUES(paused),"
            + " prompt_tokens = prompt_tokens + VALUES(prompt_tokens),"
            + " completion_tokens = completion_tokens + VALUES(completion_tokens),"
            + " total_tokens = total_tokens + VALUES(total_tokens), price = price + VALUES(price)")
    long addDay(
            LocalDate day,
            @IdColumn AppId app,
            @IdColumn UserId user,
            String currency,
            long turns,
            long completed,
            long stopped,
            long failed,
            long interrupted,
            long paused,
            long promptTokens,
            long completionTokens,
            long totalTokens,
            BigDecimal price);

    default void add(UsageDay day, UsageFigures more) {
        addDay(
                day.day(),
                day.app(),
                day.user(),
                day.currency(),
                more.turns(),
                more.completed(),
                more.stopped(),
                more.failed(),
                more.interrupted(),
                more.paused(),
                more.promptTokens(),
                more.completionTokens(),
                more.totalTokens(),
                more.price());
        if (more.turns() < 0) {
            dropEmptyDay(day.day(), day.app(), day.user(), day.currency());
        }
    }

    @Query("DELETE FROM usage_daily WHERE day = :day AND app_id = :app AND user_id = :user AND currency = :currency"
            + " AND turns = 0")
    long dropEmptyDay(LocalDate day, @IdColumn AppId app, @IdColumn UserId user, String currency);

    @Query("INSERT INTO usage_tallies (day, app_id, user_id, measure, bucket, turns)"
            + " VALUES (:day, :app, :user, :measure, :bucket, :turns)"
            + " ON DUPLICATE KEY UPDATE turns = turns + VALUES(turns)")
    long addTally(LocalDate day, @IdColumn AppId app, @IdColumn UserId user, String measure, String bucket, long turns);

    default void add(UsageTally tally, long turns) {
        addTally(tally.day(), tally.app(), tally.user(), tally.measure(), tally.bucket(), turns);
        if (turns < 0) {
            dropEmptyTally(tally.day(), tally.app(), tally.user(), tally.measure(), tally.bucket());
        }
    }

    @Query("DELETE FROM usage_tallies WHERE day = :day AND app_id = :app AND user_id = :user AND measure = :measure"
            + " AND bucket = :bucket AND turns = 0")
    long dropEmptyTally(LocalDate day, @IdColumn AppId app, @IdColumn UserId user, String measure, String bucket);
}
