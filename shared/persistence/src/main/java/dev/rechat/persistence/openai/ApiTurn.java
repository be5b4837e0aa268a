package dev.rechat.persistence.openai;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a program sent with a question.
 *
 * @param saidHash of everything that was said up to the question, the question included
 * @param systemHash of the instructions that went along; null for none
 * @param leftAt when the program went away before the answer's end
 * @param attemptHash of the request and the key that it came with; null for questions from before this was written down
 * @param attempts how many of the program's attempts have been given this turn
 */
@MappedEntity("api_turns")
public record ApiTurn(
        @Id @IdColumn TurnId turnId,
        @IdColumn UserId userId,
        @IdColumn AppId appId,
        String saidHash,
        @Nullable String systemHash,
        @Nullable Instant leftAt,
        @Nullable String attemptHash,
        int attempts) {}
