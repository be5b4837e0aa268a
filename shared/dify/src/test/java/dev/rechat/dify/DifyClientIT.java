package dev.rechat.dify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.dify.EngineVariant;
import dev.rechat.testing.dify.Faults;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All modes against a server that speaks the Service API, as Dify to 1.12 and as later ones do. */
@Timeout(60)
@ParameterizedClass
@EnumSource(EngineVariant.class)
class DifyClientIT {

    private static final List<String> ALL_KEYS = List.of(
            DemoApps.CHAT_KEY,
            DemoApps.AGENT_KEY,
            DemoApps.CHATFLOW_KEY,
            DemoApps.COMPLETION_KEY,
            DemoApps.WORKFLOW_KEY);

    @AutoClose
    private final DifyClient client = Clients.usual();

    @AutoClose
    private final DifySimulator dify;

    private final EngineVariant variant;

    DifyClientIT(EngineVariant variant) {
        this.variant = variant;
        this.dify = DifySimulator.builder().variant(variant).start();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DemoApps.CHAT_KEY,
                DemoApps.AGENT_KEY,
                DemoApps.CHATFLOW_KEY,
                DemoApps.COMPLETION_KEY,
                DemoApps.WORKFLOW_KEY
            })
    void streamsTheAnswerOfEachMode(String key) {
        dify.next(Script.answer("Hel", "lo ", "wörld 😀"));

        List<DifyEvent> events = stream(key);

        assertThat(Answer.of(events)).isEqualTo("Hello wörld 😀");
        assertThat(events)
                .filteredOn(event -> !(event instanceof DifyEvent.Ping))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.context().taskId()).isNotBlank());
        assertThat(events).noneMatch(DifyEvent.Unknown.class::isInstance);
    }

    @Test
    void endsAChatflowAfterBothItsLastEventsInWhicheverOrder() {
        dify.next(Script.answer("Hello"));

        List<String> outline =
                stream(DemoApps.CHATFLOW_KEY).stream().map(Outline::of).toList();

        assertThat(outline.subList(outline.size() - 2, outline.size()))
                .isEqualTo(
                        variant == EngineVariant.LEGACY
                                ? List.of("run succeeded", "message end")
                                : List.of("message end", "run succeeded"));
    }

    @Test
    void continuesAConversation() {
        List<DifyEvent> first = stream(DemoApps.CHAT_KEY);
        String conversation = Objects.requireNonNull(first.getFirst().context().conversationId());

        List<DifyEvent> second = Clients.drain(client.stream(app(DemoApps.CHAT_KEY), chat(conversation)));

        assertThat(second.getFirst().context().conversationId()).isEqualTo(conversation);
        assertThat(second.getFirst().context().messageId())
                .isNotEqualTo(first.getFirst().context().messageId());
    }

    @Test
    void saysThatAConversationIsUnknownWhereDifyDoes() {
        String unknown = UUID.randomUUID().toString();

        assertThatThrownBy(() -> client.stream(app(DemoApps.CHAT_KEY), chat(unknown)))
                .isInstanceOfSatisfying(
                        DifyRejectedException.class,
                        e -> assertThat(e.conversationNotFound()).isTrue());
    }

    @Test
    void showsTheNewConversationThatAChatflowSilentlyStarts() {
        String unknown = UUID.randomUUID().toString();

        Throwable refused = catchThrowable(() -> {
            List<DifyEvent> events = Clients.drain(client.stream(app(DemoApps.CHATFLOW_KEY), chat(unknown)));

            assertThat(events.getLast().context().conversationId()).isNotBlank().isNotEqualTo(unknown);
        });

        if (variant == EngineVariant.LEGACY) {
            assertThat(refused).isInstanceOf(DifyRejectedException.class);
        } else {
            assertThat(refused).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DemoApps.CHAT_KEY, DemoApps.CHATFLOW_KEY, DemoApps.COMPLETION_KEY})
    void asksForTextInOnePiece(String key) {
        dify.next(Script.answer("Hel", "lo"));

        assertThat(client.ask(app(key), request(key))).isInstanceOfSatisfying(DifyAnswer.Text.class, text -> {
            assertThat(text.answer()).isEqualTo("Hello");
            assertThat(text.metadata().usage()).isNotNull();
        });
    }

    @Test
    void asksForARunInOnePiece() {
        dify.next(Script.answer("Hello"));

        assertThat(client.ask(app(DemoApps.WORKFLOW_KEY), request(DemoApps.WORKFLOW_KEY)))
                .isInstanceOfSatisfying(DifyAnswer.Run.class, run -> {
                    assertThat(run.run().status()).isEqualTo("succeeded");
                    assertThat(run.run().outputs())
                            .isEqualTo(JsonNode.createObjectNode(Map.of("text", JsonNode.createStringNode("Hello"))));
                });
    }

    @Test
    void agentsDoNotAnswerInOnePiece() {
        assertThatThrownBy(() -> client.ask(app(DemoApps.AGENT_KEY), Clients.chat()))
                .isInstanceOf(DifyRejectedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {DemoApps.CHAT_KEY, DemoApps.CHATFLOW_KEY, DemoApps.WORKFLOW_KEY})
    void stopEndsAStreamInTheUsualWay(String key) {
        Gate gate = new Gate();
        dify.next(Script.answer("Hello").pause(gate).text(" nobody"));
        DifyApp app = app(key);
        try (DifyStream stream = client.stream(app, request(key))) {
            DifyEvent event = Objects.requireNonNull(stream.next());
            while (Answer.of(List.of(event)).isEmpty()) {
                event = Objects.requireNonNull(stream.next());
            }

            client.stop(
                    app,
                    client.info(app).mode(),
                    Objects.requireNonNull(event.context().taskId()),
                    "user-1");
            List<DifyEvent> rest = Clients.drain(stream);

            assertThat(rest).isNotEmpty();
            assertThat(Answer.of(rest)).isEmpty();
        }
    }

    @Test
    void describesAllApps() {
        assertThat(ALL_KEYS)
                .map(key -> client.info(app(key)).mode())
                .containsExactly(
                        DifyMode.CHAT,
                        DifyMode.AGENT_CHAT,
                        DifyMode.ADVANCED_CHAT,
                        DifyMode.COMPLETION,
                        DifyMode.WORKFLOW);
        assertThat(client.parameters(app(DemoApps.WORKFLOW_KEY)).userInputForm())
                .map(control -> control.control() + " " + control.variable())
                .containsExactly("text-input topic", "number count");
    }

    @Test
    void refusesWrongKey() {
        assertThatThrownBy(() -> client.stream(app("app-nobody-knows"), Clients.chat()))
                .isInstanceOf(DifyUnauthorizedException.class);
    }

    @Test
    void recognisesTheRateLimitInBothItsForms() {
        dify.next(Faults.tooManyRequests());
        assertThatThrownBy(() -> stream(DemoApps.CHAT_KEY)).isInstanceOf(DifyRateLimitedException.class);
        dify.next(Faults.tooManyRequestsAsInvalidParameter());
        assertThatThrownBy(() -> stream(DemoApps.CHAT_KEY)).isInstanceOf(DifyRateLimitedException.class);
    }

    @Test
    void endsOnErrorThoughTheConnectionIsHeldOpen() {
        dify.next(Faults.errorWithoutCode("The worker failed."));

        List<DifyEvent> events = stream(DemoApps.CHATFLOW_KEY);

        assertThat(events.getLast()).isInstanceOfSatisfying(DifyEvent.Error.class, error -> {
            assertThat(error.code()).isNull();
            assertThat(error.message()).isEqualTo("The worker failed.");
        });
    }

    @Test
    void endsOnTheAnswerOfAChatflowWithoutGraphThoughTheConnectionIsHeldOpen() {
        dify.next(Script.answer("stored").withoutGraph());

        assertThat(stream(DemoApps.CHATFLOW_KEY))
                .filteredOn(event -> !(event instanceof DifyEvent.Ping))
                .map(Outline::of)
                .containsExactly("message stored", "message end");
    }

    @Test
    void tellsWhyARunFailed() {
        dify.next(Faults.modelFailure());

        List<DifyEvent> events = stream(DemoApps.CHATFLOW_KEY);

        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(DifyEvent.WorkflowFinished.class, finished -> {
                            assertThat(finished.run().status()).isEqualTo("failed");
                            assertThat(finished.run().error()).contains("overloaded");
                        }));
    }

    @Test
    void breaksOffOnMalformedJsonAfterWhatCameBefore() {
        dify.next(Faults.malformedJson());
        try (DifyStream stream = client.stream(app(DemoApps.CHAT_KEY), Clients.chat())) {
            assertThat(Outline.of(Objects.requireNonNull(stream.next()))).isEqualTo("message before ");
            assertThatThrownBy(stream::next).isExactlyInstanceOf(DifyProtocolException.class);
        }
    }

    @Test
    void tellsThatTheConnectionWasCut() {
        dify.next(Faults.cutMidEvent());

        assertThatThrownBy(() -> stream(DemoApps.CHAT_KEY)).isInstanceOf(DifyStreamCutException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {DemoApps.CHAT_KEY, DemoApps.CHATFLOW_KEY, DemoApps.WORKFLOW_KEY})
    void readsTextWhoseBytesArriveOneByOne(String key) {
        dify.next(Faults.splitCharacters());

        assertThat(Answer.of(stream(key))).isEqualTo("价格是 5 €, so schön 😀.");
    }

    @Test
    void readsVeryLongAnswersAndThousandsOfNodes() {
        dify.next(Faults.longAnswer(200_000));
        assertThat(Answer.of(stream(DemoApps.CHAT_KEY))).hasSize(200_000);

        dify.next(Faults.manyNodes(3_000));
        assertThat(stream(DemoApps.WORKFLOW_KEY))
                .filteredOn(DifyEvent.NodeFinished.class::isInstance)
                .hasSizeGreaterThan(3_000);
    }

    @Test
    void replacesWhatModerationWithdraws() {
        dify.next(Faults.moderated());

        assertThat(Answer.of(stream(DemoApps.CHATFLOW_KEY))).isEqualTo("I cannot answer that.");
    }

    private List<DifyEvent> stream(String key) {
        try (DifyStream stream = client.stream(app(key), request(key))) {
            return Clients.drain(stream);
        }
    }

    private DifyApp app(String key) {
        return new DifyApp(dify.uri(), new DifyApiKey(key));
    }

    private static DifyRequest request(String key) {
        return switch (key) {
            case DemoApps.COMPLETION_KEY -> Clients.completion();
            case DemoApps.WORKFLOW_KEY ->
                new DifyRequest.Workflow(
                        JsonNode.createObjectNode(Map.of("topic", JsonNode.createStringNode("x"))),
                        "user-1",
                        List.of());
            default -> Clients.chat();
        };
    }

    private static DifyRequest.Chat chat(String conversation) {
        return new DifyRequest.Chat("Hello", DifyRequest.noInputs(), "user-1", conversation, List.of(), false);
    }
}
