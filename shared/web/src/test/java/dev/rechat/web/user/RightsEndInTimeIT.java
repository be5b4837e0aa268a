package dev.rechat.web.user;

import static dev.rechat.web.user.AccessTester.ADMIN;
import static dev.rechat.web.user.AccessTester.ME;
import static dev.rechat.web.user.AccessTester.assertAllowed;
import static dev.rechat.web.user.AccessTester.assertRefused;
import static dev.rechat.web.user.AccessTester.assertUnknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.account.Standing;
import dev.rechat.kernel.error.DependencyException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.web.Api;
import dev.rechat.web.SettableClock;
import dev.rechat.web.TestStandings;
import dev.rechat.web.Tokens;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RightsEndInTimeIT {

    private static final UserId ADA = UserId.of(Tokens.USER);
    private static final Standing ADMINISTRATOR = new Standing(ADA, Role.ADMIN, false, false);

    private final Api api = Api.start(Map.of("test.clock", true));
    private final SettableClock clock = api.context().getBean(SettableClock.class);
    private final TestStandings standings = api.standings();
    private final SessionId session = Tokens.session(api, ADMINISTRATOR);
    private final String token = Tokens.of(api, session);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void asksOnceInHalfAMinute() {
        int before = standings.lookups();
        for (int request = 0; request < 5; request++) {
            assertAllowed(api, ADMIN, token);
            clock.forward(Duration.ofSeconds(5));
        }

        assertThat(standings.lookups() - before).isEqualTo(1);
    }

    @Test
    void loseTheRightsOfAnAdministratorWhoWasDemoted() {
        assertAllowed(api, ADMIN, token);

        standings.put(session, new Standing(ADA, Role.USER, false, false));
        clock.forward(Duration.ofSeconds(30));

        assertRefused(api, ADMIN, token, 403, "forbidden");
        assertAllowed(api, ME, token);
    }

    @Test
    void endWithTheSessionOrTheAccount() {
        assertAllowed(api, ME, token);

        standings.end(session);
        clock.forward(Duration.ofSeconds(30));

        assertUnknown(api, token);
    }

    @Test
    void goOnForAsLongAsTheyWereKnownWhileTheDatabaseIsAway() {
        assertAllowed(api, ADMIN, token);

        standings.failWith(() -> new DependencyException(
                ErrorCode.DATABASE_UNAVAILABLE, "the database does not answer", null, Duration.ofSeconds(5)));
        clock.forward(Duration.ofSeconds(29));
        assertAllowed(api, ADMIN, token);

        clock.forward(Duration.ofSeconds(1));
        assertRefused(api, ADMIN, token, 503, "database_unavailable");
        assertThat(AccessTester.get(api, ADMIN, token).headers().firstValue("Retry-After"))
                .contains("5");
    }

    @Test
    void areLookedUpBesideTheEventLoopAndForTheRequest() {
        var response = api.get(ME, "Authorization", "Bearer " + token, "X-Request-Id", "mine");

        assertThat(Api.json(response).path("request_id").asText()).isEqualTo("mine");
        assertThat(response.headers().firstValue("X-Request-Id")).contains("mine");
        assertThat(standings.lookedUpBy()).doesNotContain("nioEventLoop").endsWith("for mine");
    }
}
