package dev.rechat.web.user;

import static dev.rechat.web.user.AccessTester.ACCOUNT;
import static dev.rechat.web.user.AccessTester.ADMIN;
import static dev.rechat.web.user.AccessTester.ME;
import static dev.rechat.web.user.AccessTester.OWN;
import static dev.rechat.web.user.AccessTester.assertAllowed;
import static dev.rechat.web.user.AccessTester.assertRefused;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.account.Standing;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.web.Api;
import dev.rechat.web.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DenialsTellWhyIT {

    private static final UserId ADA = UserId.of(Tokens.USER);

    private static Api api;

    @BeforeAll
    static void start() {
        api = Api.start();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void tellsAPendingAccountThatItWaitsForApproval() {
        assertOwnAffairsOnly(new Standing(ADA, Role.PENDING, false, false), "account_pending");
    }

    @Test
    void tellsThatTheAddressHasToBeConfirmed() {
        assertOwnAffairsOnly(new Standing(ADA, Role.ADMIN, true, false), "email_unverified");
    }

    @Test
    void tellsAnAdministratorThatASecondFactorIsNeeded() {
        assertOwnAffairsOnly(new Standing(ADA, Role.ADMIN, false, true), "totp_enrollment_required");
    }

    /** Nobody is to wait half a minute for what they have just put right. */
    @Test
    void countsWhatWasPutRightAtOnce() {
        SessionId session = Tokens.session(api, new Standing(ADA, Role.USER, true, false));
        String token = Tokens.of(api, session);
        assertRefused(api, OWN, token, 403, "email_unverified");

        api.standings().put(session, new Standing(ADA, Role.USER, false, false));

        assertAllowed(api, OWN, token);
    }

    private static void assertOwnAffairsOnly(Standing standing, String code) {
        String token = Tokens.of(api, standing);

        assertAllowed(api, ME, token);
        assertAllowed(api, ACCOUNT, token);
        assertRefused(api, OWN, token, 403, code);
        assertRefused(api, ADMIN, token, 403, code);
    }
}
