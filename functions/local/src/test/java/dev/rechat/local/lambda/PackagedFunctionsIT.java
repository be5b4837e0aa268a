package dev.rechat.local.lambda;

import static dev.rechat.local.lambda.RunningFunction.PATIENCE;
import static dev.rechat.local.lambda.RunningFunction.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.testing.dify.DemoApps;
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
        try (RunningFunction admin = new RunningFunction(Packaging.JVM, "admin", journey.database)) {
            LambdaAnswer added = admin.answer(ApiGatewayEvents.post("/api/v1/admin/apps")
                    .bearer(administrator)
                    .json("{\"name\":\"Agent\",\"base_url\":\"%s\",\"api_key\":\"%s\"}"
                            .formatted(journey.dify.uri(), DemoApps.AGENT_KEY)));

            assertThat(added.status()).as(added.text()).isEqualTo(201);
            assertThat(json(added).path("api_key_set").asBoolean()).isTrue();
            assertThat(json(added).path("mode").asText()).isEqualTo("agent-chat");
            assertThat(added.text()).doesNotContain(DemoApps.AGENT_KEY);
        }
    }

    @Test
    void conversationListsWhatChatStreamStored() {
        journey.ask(administrator, "kept for later").awaitResponse(PATIENCE);

        try (RunningFunction conversation = new RunningFunction(Packaging.JVM, "conversation", journey.database)) {
            LambdaAnswer list = conversation.answer(
                    ApiGatewayEvents.get("/api/v1/conversations").bearer(administrator));
            JsonNode newest = json(list).path("data").path(0);
            assertThat(newest.path("title").asText()).isEqualTo("kept for later");

            LambdaAnswer messages = conversation.answer(ApiGatewayEvents.get(
                            "/api/v1/conversations/" + newest.path("id").asText() + "/messages")
                    .bearer(administrator));
            assertThat(json(messages).path("data"))
                    .extracting(message -> message.path("role").asText())
                    .containsExactly("user", "assistant");

            LambdaAnswer export = conversation.answer(
                    ApiGatewayEvents.get("/api/v1/conversations/export").bearer(administrator));
            assertThat(export.streaming()).isTrue();
            assertThat(export.complete()).isTrue();
            assertThat(export.text())
                    .startsWith("{\"format\":\"rechat-conversations\"")
                    .contains("kept for later");

            LambdaAnswer imported = conversation.answer(ApiGatewayEvents.post("/api/v1/conversations/import")
                    .bearer(administrator)
                    .json(export.text()));
            assertThat(json(imported).path("skipped").asInt())
                    .as(imported.text())
                    .isPositive();
        }
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
