package dev.rechat.persistence.turn;

import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Forms of paused turns. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface TurnFormRepository extends GenericRepository<TurnForm, TurnId> {

    TurnForm save(TurnForm form);

    @Query("SELECT turn_id, form_id, user_id, form_token, definition, state, expires_at, created_at FROM turn_forms"
            + " WHERE turn_id = :turnId AND form_id = :formId AND user_id = :userId")
    Optional<TurnForm> findOwned(@IdColumn TurnId turnId, String formId, @IdColumn UserId userId);

    /** @param turns not empty */
    @Query("SELECT turn_id, form_id, state, expires_at FROM turn_forms WHERE turn_id IN (:turns) AND user_id = :userId")
    List<FormStanding> listStandings(@IdColumn Collection<TurnId> turns, @IdColumn UserId userId);

    /** @return 1 for the one caller that changed it */
    @Query("UPDATE turn_forms SET state = :to WHERE turn_id = :turnId AND form_id = :formId AND user_id = :userId"
            + " AND state = :from")
    long change(@IdColumn TurnId turnId, String formId, @IdColumn UserId userId, FormState from, FormState to);
}
