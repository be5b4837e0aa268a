package dev.rechat.persistence.account;

import dev.rechat.kernel.account.KeyStanding;
import dev.rechat.kernel.account.Standing;
import dev.rechat.kernel.account.Standings;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Standings as the tables have them at this moment. */
@Singleton
final class DatabaseStandings implements Standings {

    private final StandingRepository rows;
    private final Clock clock;

    DatabaseStandings(StandingRepository rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Optional<Standing> ofSession(SessionId session, UserId user) {
        return rows.findOfSession(session, user).map(StandingRow::standing);
    }

    @Override
    public Optional<KeyStanding> ofKey(String identifier) {
        return rows.findOfKey(identifier, clock.instant()).map(KeyStandingRow::standing);
    }

    @Override
    public Optional<Standing> ofAccount(UserId user) {
        return rows.findOfAccount(user).map(StandingRow::standing);
    }
}
