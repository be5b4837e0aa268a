package dev.rechat.local.lambda;

import static dev.rechat.local.lambda.RunningFunction.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.testing.database.DatabaseKind;
import dev.rechat.testing.gateway.Packaging;
import dev.rechat.testing.lambda.ApiGatewayEvents;
import dev.rechat.testing.lambda.HostileEvent;
import dev.rechat.testing.lambda.LambdaAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackagedFunctionsIT {

    @SuppressWarnings("NullAway.Init")
    private static FunctionJourney journey;

    @SuppressWarnings("NullAway.Init")
    private static String administrator;

    @BeforeAll
    static void open() {
        journey = new FunctionJourney(Packaging.JVM);
        administrator = journey.signUp("first@example.org");
    }

    @AfterAll
    static void close() {
        journey.close();
    }

    @Test
    void authRefusesWrongPassword() {
        journey.refusesWrongPassword("first@example.org");
    }

    @Test
    void authGoesOnByTheCookieAlone() {
        journey.goesOnByTheCookieAlone("first@example.org");
    }

    @Test
    void authTellsWhatIsWrongWithABody() {
        journey.tellsWhatIsWrongWithABody();
    }

    @Test
    void chatStreamSendsEachPieceAsItIsMade() {
        journey.streamsPieceByPiece(administrator);
    }

    @Test
    void chatStreamEndsBrokenAnswerInOrder() {
        journey.endsBrokenStreamInOrder(administrator);
    }

    @Test
    void chatStreamTellsRefusalBeforeTheHeadAsPlainError() {
        journey.tellsRefusalAsPlainError(administrator);
    }

    @Test
    void chatStreamPassesFilesAndSpeech() {
        journey.passesFilesAndSpeech(administrator);
        journey.holdsTheLimitsOfBodies(administrator);
    }

    @Test
    void adminAddsAppAndNeverTellsItsKey() {
        journey.addsAnAppAndNeverTellsItsKey(administrator);
    }

    @Test
    void conversationListsWhatChatStreamStored() {
        journey.findsAgainWhatWasSaid(administrator);
    }

    @Test
    void maintenanceMigratesAndKeepsHouse() {
        MaintenanceJourney.run(Packaging.JVM, DatabaseKind.selected());
    }

    @ParameterizedTest
    @EnumSource
    void chatStreamOutlivesHostileEvents(HostileEvent hostile) {
        String event = hostile.of(ApiGatewayEvents.get("/health"));

        LambdaAnswer answer = journey.chat.lambda.invoke(event).awaitResponse(PATIENCE);

        assertThat(answer.status()).isLessThan(600);
        assertThat(journey.chat.answer(ApiGatewayEvents.get("/health")).status())
                .isEqualTo(200);
        assertThat(journey.chat.process.alive()).isTrue();
    }
}
