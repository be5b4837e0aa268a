package dev.rechat.dify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rechat.dify.payload.DifyForm;
import dev.rechat.dify.payload.DifyRunDetail;
import dev.rechat.dify.payload.FormAction;
import dev.rechat.dify.payload.HumanInputForm;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.dify.EngineVariant;
import dev.rechat.testing.dify.EventsFault;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.HumanForm;
import dev.rechat.testing.dify.Script;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that pause, go on without their client and are followed, against a server that speaks the Service API. */
@Timeout(60)
class RunsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonNode REMARK = JsonNode.createObjectNode(Map.of("remark", JsonNode.createStringNode("ok")));

    @AutoClose
    private final DifyClient client = Clients.usual();

    @AutoClose
    private final DifyRuns runs = Clients.client(DifyClientConfiguration.defaults());

    @AutoClose
    private final DifySimulator dify = DifySimulator.start();

    private final Gate middle = new Gate();

    private DifyApp app(String key) {
        return new DifyApp(dify.uri(), new DifyApiKey(key));
    }

    private DifyApp chatflow() {
        return app(DemoApps.CHATFLOW_KEY);
    }

    private List<DifyEvent> ask(Script script) {
        dify.next(script);
        return Clients.drain(client.stream(chatflow(), Clients.chat()));
    }

    private static String runId(List<DifyEvent> events) {
        return Objects.requireNonNull(events.getLast().context().workflowRunId());
    }

    private static HumanInputForm form(List<DifyEvent> events) {
        return events.stream()
                .filter(DifyEvent.HumanInputRequired.class::isInstance)
                .map(event -> ((DifyEvent.HumanInputRequired) event).form())
                .findFirst()
                .orElseThrow();
    }

    private static String token(List<DifyEvent> events) {
        return Objects.requireNonNull(form(events).formToken());
    }

    private static List<String> outline(List<DifyEvent> events) {
        return events.stream().map(Outline::of).toList();
    }

    private static List<DifyEvent> until(DifyStream stream, Predicate<DifyEvent> last) {
        List<DifyEvent> events = new ArrayList<>();
        do {
            events.add(Objects.requireNonNull(stream.next()));
        } while (!last.test(events.getLast()));
        return events;
    }

    @Test
    void pauseCarriesAllOfTheForm() {
        List<DifyEvent> events = ask(Script.answer("Draft.").form(HumanForm.approval()));

        assertThat(outline(events)).endsWith("form", "run paused");
        HumanInputForm form = form(events);
        assertThat(form.formContent()).contains("remark");
        assertThat(form.inputs()).hasSize(1);
        assertThat(form.actions()).map(FormAction::id).containsExactly("approve", "reject");
        assertThat(form.displayInUi()).isTrue();
        assertThat(form.resolvedDefaultValues())
                .isEqualTo(JsonNode.createObjectNode(Map.of("remark", JsonNode.createStringNode("No remarks."))));
        assertThat(form.expirationTime()).isAfter(Instant.now());
        DifyEvent.WorkflowPaused paused = (DifyEvent.WorkflowPaused) events.getLast();
        assertThat(paused.pause().reasons())
                .singleElement()
                .satisfies(
                        reason -> assertThat(Fields.text(reason, "form_token")).isEqualTo(form.formToken()));
        assertThat(paused.pause().pausedNodes()).containsExactly(form.nodeId());
        assertThat(runs.detail(chatflow(), runId(events)).status()).isEqualTo("paused");
    }

    @Test
    void formIsReadFilledInAndTheRestFollowed() {
        List<DifyEvent> asked = ask(Script.answer("Draft. ")
                .form(HumanForm.approval(), given -> Script.answer(given.action(), ": ", given.text("remark"))));

        DifyForm form = runs.form(chatflow(), token(asked));
        List<DifyEvent> followed;
        try (DifyStream rest = runs.events(chatflow(), runId(asked), "user-1", false)) {
            runs.submit(chatflow(), token(asked), REMARK, "approve", "user-1");
            followed = Clients.drain(rest);
        }

        assertThat(form.userActions()).isEqualTo(form(asked).actions());
        assertThat(form.inputs()).isEqualTo(form(asked).inputs());
        assertThat(form.expirationTime()).isEqualTo(form(asked).expirationTime());
        assertThat(outline(followed))
                .startsWith("ping", "run started", "form filled")
                .endsWith("message end", "run succeeded");
        assertThat(followed)
                .filteredOn(DifyEvent.WorkflowStarted.class::isInstance)
                .singleElement()
                .extracting(event -> ((DifyEvent.WorkflowStarted) event).start().reason())
                .isEqualTo("resumption");
        assertThat(followed)
                .filteredOn(DifyEvent.HumanInputFormFilled.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    var answer = ((DifyEvent.HumanInputFormFilled) event).answer();
                    assertThat(answer.actionId()).isEqualTo("approve");
                    assertThat(answer.actionText()).isEqualTo("Approve");
                    assertThat(answer.renderedContent()).contains("ok");
                    assertThat(answer.submittedData()).isEqualTo(REMARK);
                });
        assertThat(Answer.of(followed)).isEqualTo("approve: ok");
        assertThat(followed)
                .filteredOn(event -> !(event instanceof DifyEvent.Ping))
                .allSatisfy(event -> assertThat(event.context().messageId())
                        .isEqualTo(asked.getLast().context().messageId()));
    }

    @Test
    void workflowIsFollowedToo() {
        dify.next(Script.answer("a").form(HumanForm.approval(), given -> Script.answer("b")));
        DifyApp workflow = app(DemoApps.WORKFLOW_KEY);
        JsonNode inputs = JsonNode.createObjectNode(Map.of("topic", JsonNode.createStringNode("tea")));
        List<DifyEvent> asked =
                Clients.drain(client.stream(workflow, new DifyRequest.Workflow(inputs, "user-1", List.of())));

        try (DifyStream rest = runs.events(workflow, runId(asked), "user-1", false)) {
            runs.submit(workflow, token(asked), REMARK, "reject", "user-1");

            assertThat(outline(Clients.drain(rest))).contains("text b").endsWith("run succeeded");
        }
        DifyRunDetail detail = runs.detail(workflow, runId(asked));
        assertThat(Objects.requireNonNull(detail.inputs()).get("topic")).isEqualTo(JsonNode.createStringNode("tea"));
        assertThat(Objects.requireNonNull(detail.outputs()).get("text")).isEqualTo(JsonNode.createStringNode("ab"));
        assertThat(detail.status()).isEqualTo("succeeded");
    }

    @Test
    void formRunsOutOfTime() {
        List<DifyEvent> asked = ask(Script.empty().form(HumanForm.approval()));

        try (DifyStream rest = runs.events(chatflow(), runId(asked), "user-1", false)) {
            dify.expireForms();

            assertThat(outline(Clients.drain(rest))).contains("form timeout").endsWith("run succeeded");
        }
        assertThatThrownBy(() -> runs.form(chatflow(), token(asked)))
                .isInstanceOfSatisfying(
                        DifyRejectedException.class,
                        e -> assertThat(e.formExpired()).isTrue());
    }

    @Test
    void refusalsOfAFormAreToldApart() {
        List<DifyEvent> asked = ask(Script.empty().form(HumanForm.approval()));

        assertThat(refused(() -> submit(token(asked), DifyRequest.noInputs(), "approve")))
                .matches(DifyRejectedException::formInvalid);
        assertThat(refused(() -> submit(token(asked), REMARK, "other"))).matches(DifyRejectedException::formInvalid);
        assertThat(refused(() -> submit("unknown", REMARK, "approve"))).matches(DifyRejectedException::notFound);
        submit(token(asked), REMARK, "approve");
        assertThat(refused(() -> submit(token(asked), REMARK, "approve")))
                .matches(DifyRejectedException::formSubmitted);
        assertThat(refused(() -> runs.form(chatflow(), token(asked)))).matches(DifyRejectedException::formSubmitted);
    }

    private void submit(String token, JsonNode inputs, String action) {
        runs.submit(chatflow(), token, inputs, action, "user-1");
    }

    private static DifyRejectedException refused(Runnable call) {
        return catchThrowableOfType(DifyRejectedException.class, call::run);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void runThatIsOverIsOneEventWhoseTaskIsTheRun(boolean snapshot) {
        String run = runId(ask(Script.answer("Hi")));

        List<DifyEvent> events = Clients.drain(runs.events(chatflow(), run, "user-1", snapshot));

        assertThat(outline(events)).containsExactly("run succeeded");
        assertThat(events.getFirst().context().taskId()).isEqualTo(run);
        assertThat(events.getFirst().context().workflowRunId()).isEqualTo(run);
    }

    @Test
    void runGoesOnWithoutItsClientAndIsFollowedToItsEnd() throws InterruptedException {
        dify.next(Script.answer("before ").pause(middle).text("after"));
        DifyStream asked = client.stream(chatflow(), Clients.chat());
        String run = runId(until(asked, DifyEvent.WorkflowStarted.class::isInstance));
        middle.awaitReached(PATIENCE);
        asked.close();

        try (DifyStream rest = runs.events(chatflow(), run, "user-1", true)) {
            List<String> snapshot = outline(until(rest, DifyEvent.MessageReplace.class::isInstance));
            middle.open();
            List<DifyEvent> followed = Clients.drain(rest);

            assertThat(snapshot).containsExactly("ping", "run started", "replace ");
            assertThat(Answer.of(followed)).isEqualTo("after");
            assertThat(followed.getLast())
                    .isInstanceOfSatisfying(
                            DifyEvent.WorkflowFinished.class,
                            finished -> assertThat(Objects.requireNonNull(
                                                    finished.run().outputs())
                                            .get("answer"))
                                    .isEqualTo(JsonNode.createStringNode("before after")));
        }
    }

    @Test
    void snapshotOfAPausedRunHasTheAnswerAndTheFormAndEnds() {
        List<DifyEvent> asked = ask(Script.answer("Draft.").form(HumanForm.approval()));

        List<DifyEvent> snapshot = Clients.drain(runs.events(chatflow(), runId(asked), "user-1", true));

        assertThat(outline(snapshot)).contains("replace Draft.").endsWith("form", "run paused");
        assertThat(form(snapshot)).isEqualTo(form(asked));
    }

    @Test
    void stopEndsAFollowedRun() {
        dify.next(Script.answer("a").pause(middle));
        try (DifyStream asked = client.stream(chatflow(), Clients.chat())) {
            DifyEvent started =
                    until(asked, DifyEvent.WorkflowStarted.class::isInstance).getLast();
            String task = Objects.requireNonNull(started.context().taskId());
            try (DifyStream followed = runs.events(chatflow(), runId(List.of(started)), "user-1", false)) {
                client.stop(chatflow(), DifyMode.ADVANCED_CHAT, task, "user-1");

                assertThat(outline(Clients.drain(followed))).endsWith("run stopped");
            }
        }
    }

    @Test
    void cutWhileFollowedIsACut() {
        dify.next(Script.answer("a").pause(middle).text("b"));
        try (DifyStream asked = client.stream(chatflow(), Clients.chat())) {
            String run = runId(until(asked, DifyEvent.WorkflowStarted.class::isInstance));
            dify.nextEvents(EventsFault.cutAfter(0));
            try (DifyStream followed = runs.events(chatflow(), run, "user-1", false)) {
                middle.open();

                assertThatThrownBy(() -> Clients.drain(followed)).isInstanceOf(DifyStreamCutException.class);
            }
        }
    }

    @Test
    void silenceWhileFollowedIsATimeout() {
        List<DifyEvent> asked = ask(Script.empty().form(HumanForm.approval()));
        DifyClientConfiguration usual = DifyClientConfiguration.defaults();
        DifyClientConfiguration impatient = new DifyClientConfiguration(
                usual.connect(),
                usual.firstByte(),
                Duration.ofMillis(200),
                usual.total(),
                usual.audioTail(),
                usual.maxLineBytes(),
                usual.maxEventBytes(),
                usual.maxBodyBytes(),
                usual.maxConnections(),
                0);
        try (DifyRuns hasty = Clients.client(impatient);
                DifyStream followed = hasty.events(chatflow(), runId(asked), "user-1", false)) {
            assertThatThrownBy(() -> Clients.drain(followed))
                    .isInstanceOfSatisfying(
                            DifyTimeoutException.class,
                            e -> assertThat(e.phase()).isEqualTo(DifyTimeoutException.Phase.IDLE));
        }
    }

    @Test
    void beanSharesItsConnectionsWithTheClientAndEndsWithTheContext() {
        String run = runId(ask(Script.answer("Hi")));
        DifyRuns bean;
        try (ApplicationContext context = Clients.context(DifyClientConfiguration.defaults())) {
            bean = context.getBean(DifyRuns.class);

            assertThat(context.getBean(DifyClient.class).info(chatflow()).mode())
                    .isEqualTo(DifyMode.ADVANCED_CHAT);
            assertThat(bean.detail(chatflow(), run).status()).isEqualTo("succeeded");
            assertThat(context.getBeansOfType(HttpCalls.class)).hasSize(1);
        }

        assertThatThrownBy(() -> bean.detail(chatflow(), run)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void runOfSomebodyElseOrOfAnOlderDifyIsNotFound() {
        String run = runId(ask(Script.answer("Hi")));

        assertThat(refused(() -> runs.events(chatflow(), run, "user-2", false)))
                .matches(DifyRejectedException::notFound);
        assertThat(refused(() -> runs.detail(chatflow(), UUID.randomUUID().toString())))
                .matches(DifyRejectedException::notFound);
        try (DifySimulator old =
                DifySimulator.builder().variant(EngineVariant.LEGACY).start()) {
            DifyApp app = new DifyApp(old.uri(), new DifyApiKey(DemoApps.CHATFLOW_KEY));
            String oldRun = runId(Clients.drain(client.stream(app, Clients.chat())).stream()
                    .filter(DifyEvent.WorkflowFinished.class::isInstance)
                    .toList());

            assertThat(refused(() -> runs.events(app, oldRun, "user-1", false)))
                    .matches(DifyRejectedException::notFound);
            assertThat(runs.detail(app, oldRun).status()).isEqualTo("succeeded");
        }
    }
}
