package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rechat.testing.http.Ending;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunEventsIT {

    private static final Pattern RUN = Pattern.compile("\"workflow_run_id\":\"([^\"]+)\"");
    private static final String LIVE = "?user=u1";
    private static final String SNAPSHOT = "?user=u1&include_state_snapshot=true";

    @AutoClose
    private final DifySimulator simulator = DifySimulator.start();

    @AutoClose
    private final TestClient client = new TestClient(simulator, DemoApps.CHATFLOW_KEY);

    private final Gate middle = new Gate();

    private OpenStream ask(Script script) throws Exception {
        simulator.next(script);
        return OpenStream.of(client.open("/chat-messages", TestClient.question("?")));
    }

    private static String events(String seen, String query) {
        Matcher run = RUN.matcher(seen);
        assertThat(run.find()).isTrue();
        return "/workflow/" + run.group(1) + "/events" + query;
    }

    /** Follows a run; the ping says that it has begun. */
    private OpenStream follow(String path) throws Exception {
        OpenStream stream = OpenStream.of(client.openGet(path));
        stream.readUntil("event: ping\n\n");
        return stream;
    }

    private static StreamedAnswer rest(OpenStream stream) {
        return StreamedAnswer.parse(stream.readToEnd());
    }

    @Test
    void finishedRunIsTheOneFrameThatIsSpacedAndEscaped() throws Exception {
        simulator.next(Script.answer("schön"));
        StreamedAnswer answer = client.stream("/chat-messages", TestClient.question("?"));
        String run = answer.only("workflow_finished").path("workflow_run_id").asText();

        for (String query : new String[] {LIVE, SNAPSHOT}) {
            HttpResponse<String> response = client.get("/workflow/" + run + "/events" + query);

            assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream; charset=utf-8");
            assertThat(response.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(response.body())
                    .startsWith("data: {\"event\": \"workflow_finished\", \"task_id\": \"" + run + "\"")
                    .containsIgnoringCase("sch\\u00f6n");
            StreamedAnswer told = StreamedAnswer.parse(response.body());
            assertThat(told.order()).containsExactly("workflow_finished");
            assertThat(told.events().getFirst().path("data"))
                    .isEqualTo(answer.only("workflow_finished").path("data"));
        }
    }

    @Test
    void liveFollowerGetsWhatComesFromNowOn() throws Exception {
        try (OpenStream asked = ask(Script.answer("before ").pause(middle).text("after"));
                OpenStream follower = follow(events(asked.readUntil("before "), LIVE))) {
            middle.open();

            StreamedAnswer followed = rest(follower);
            StreamedAnswer whole = rest(asked);
            assertThat(followed.text()).isEqualTo("after");
            assertThat(followed.order()).endsWith("message_end", "workflow_finished");
            assertThat(whole.events()).endsWith(followed.events().toArray(JsonNode[]::new));
            assertThat(followed.events())
                    .allSatisfy(event ->
                            assertThat(event.path("message_id").asText()).isNotEmpty());
        }
    }

    @Test
    void runGoesOnForFollowersWhenItsClientLeaves() throws Exception {
        OpenStream asked = ask(Script.answer("before ").pause(middle).text("after"));
        try (OpenStream follower = follow(events(asked.readUntil("before "), LIVE))) {
            asked.close();
            assertThat(simulator.requests().getFirst().awaitEnding(TestClient.PATIENCE))
                    .isEqualTo(Ending.CLIENT_LEFT);

            middle.open();

            assertThat(rest(follower)
                            .only("workflow_finished")
                            .at("/data/outputs/answer")
                            .asText())
                    .isEqualTo("before after");
        }
    }

    @Test
    void runGoesOnForFollowersWhenTheConnectionIsCut() throws Exception {
        Gate cut = new Gate();
        try (OpenStream asked = ask(
                        Script.answer("before ").pause(cut).cut().pause(middle).text("after"));
                OpenStream follower = follow(events(asked.readUntil("before "), LIVE))) {
            cut.open();
            assertThat(asked.readToEnd()).endsWith("<BROKEN>");

            middle.open();

            assertThat(rest(follower).text()).isEqualTo("after");
        }
    }

    @Test
    void runGoesOnForFollowersWhenItsClientHearsNothingMore() throws Exception {
        try (OpenStream asked =
                        ask(Script.answer("before ").mute().pause(middle).text("after"));
                OpenStream follower = follow(events(asked.readUntil("before "), LIVE))) {
            middle.open();

            assertThat(rest(follower).text()).isEqualTo("after");
            assertThat(simulator.requests().getFirst().ending()).isEmpty();
        }
    }

    @Test
    void snapshotTellsStoredNodesAndTheStoredAnswerWhichIsNotThereYet() throws Exception {
        try (OpenStream asked = ask(Script.answer("before ").pause(middle).text("after"));
                OpenStream follower = follow(events(asked.readUntil("before "), SNAPSHOT))) {
            String seen = follower.readUntil("node_finished");
            middle.open();

            StreamedAnswer followed = rest(follower);
            assertThat(seen).contains("workflow_started");
            assertThat(followed.order())
                    .startsWith("event: ping", "workflow_started", "message_replace", "node_started");
            assertThat(followed.only("message_replace").path("answer").asText()).isEmpty();
            assertThat(followed.only("message_replace").path("reason").asText("?"))
                    .isEmpty();
            assertThat(followed.named("node_finished")
                            .getFirst()
                            .at("/data/outputs")
                            .isNull())
                    .isTrue();
            assertThat(followed.text()).isEqualTo("after");
        }
    }

    @Test
    void workflowHasNoAnswerInItsSnapshot() throws Exception {
        simulator.next(Script.answer("before ").pause(middle));
        try (TestClient workflow = new TestClient(simulator, DemoApps.WORKFLOW_KEY);
                OpenStream asked =
                        OpenStream.of(workflow.open("/workflows/run", TestClient.inputs(Map.of("topic", "tea"))));
                OpenStream follower = OpenStream.of(workflow.openGet(events(asked.readUntil("before "), SNAPSHOT)))) {
            follower.readUntil("node_finished");
            middle.open();

            assertThat(rest(follower).order()).doesNotContain("message_replace").endsWith("workflow_finished");
        }
    }

    @Test
    void followerOfAPausedRunGetsAllThatFollowsTheForm() throws Exception {
        StreamedAnswer asked = rest(ask(
                Script.answer("Draft. ").form(HumanForm.approval(), given -> Script.answer(given.action() + "."))));
        try (OpenStream follower = follow(events(asked.frames().getLast(), LIVE))) {
            submit(asked);

            StreamedAnswer followed = rest(follower);
            assertThat(followed.order())
                    .containsExactly(
                            "event: ping",
                            "workflow_started",
                            "human_input_form_filled",
                            "node_finished",
                            "node_started",
                            "message",
                            "node_finished",
                            "node_started",
                            "node_finished",
                            "message_end",
                            "workflow_finished");
            assertThat(followed.only("workflow_started").at("/data/reason").asText())
                    .isEqualTo("resumption");
            JsonNode filled = followed.only("human_input_form_filled").path("data");
            assertThat(filled.path("action_id").asText()).isEqualTo("approve");
            assertThat(filled.path("action_text").asText()).isEqualTo("Approve");
            assertThat(filled.path("rendered_content").asText()).contains("Shall this be sent?", "Fine.");
            assertThat(filled.at("/submitted_data/remark").asText()).isEqualTo("Fine.");
            assertThat(followed.only("message_end").path("message_id"))
                    .isEqualTo(asked.only("workflow_paused").path("message_id"));
            assertThat(followed.only("workflow_finished")
                            .at("/data/outputs/answer")
                            .asText())
                    .isEqualTo("Draft. approve.");
        }
    }

    private void submit(StreamedAnswer asked) throws Exception {
        ObjectNode body = Json.object().put("action", "approve").put("user", "u1");
        body.putObject("inputs").put("remark", "Fine.");
        JsonNode token = asked.only("human_input_required").at("/data/form_token");
        assertThat(client.post("/form/human_input/" + token.asText(), body).statusCode())
                .isEqualTo(200);
    }

    @Test
    void snapshotOfAPausedRunTellsTheFormAndCloses() throws Exception {
        StreamedAnswer asked = rest(ask(Script.answer("Draft.").form(HumanForm.approval())));

        StreamedAnswer snapshot = StreamedAnswer.parse(
                client.get(events(asked.frames().getLast(), SNAPSHOT)).body());

        assertThat(snapshot.order())
                .startsWith("event: ping", "workflow_started", "message_replace")
                .endsWith("human_input_required", "workflow_paused");
        assertThat(snapshot.only("message_replace").path("answer").asText()).isEqualTo("Draft.");
        assertThat(snapshot.only("human_input_required")).isEqualTo(asked.only("human_input_required"));
    }

    @Test
    void followerCanStayThroughAPause() throws Exception {
        Gate form = new Gate();
        try (OpenStream asked = ask(Script.answer("Draft. ")
                        .pause(form)
                        .form(HumanForm.approval(), given -> Script.answer("Sent.")));
                OpenStream follower =
                        follow(events(asked.readUntil("Draft. "), SNAPSHOT + "&continue_on_pause=true"))) {
            form.open();
            submit(rest(asked));

            assertThat(rest(follower).order())
                    .contains("workflow_paused", "human_input_form_filled")
                    .endsWith("workflow_finished");
        }
    }

    @Test
    void runThatPausesTwiceClosesItsFollowerTwice() throws Exception {
        StreamedAnswer asked = rest(ask(Script.empty()
                .form(HumanForm.approval(), given -> Script.answer("One. "))
                .form(HumanForm.approval(), given -> Script.answer("Two."))));
        String path = events(asked.frames().getLast(), LIVE);
        OpenStream first = follow(path);
        submit(asked);
        StreamedAnswer paused = rest(first);
        assertThat(paused.order()).endsWith("human_input_required", "workflow_paused");

        OpenStream second = follow(path);
        submit(paused);

        assertThat(rest(second)
                        .only("workflow_finished")
                        .at("/data/outputs/answer")
                        .asText())
                .isEqualTo("One. Two.");
    }

    @Test
    void followerOfAFormThatRunsOutOfTimeIsTold() throws Exception {
        StreamedAnswer asked = rest(ask(Script.empty().form(HumanForm.approval())));
        try (OpenStream follower = follow(events(asked.frames().getLast(), LIVE))) {
            simulator.expireForms();

            StreamedAnswer followed = rest(follower);
            assertThat(followed.order()).contains("human_input_form_timeout").endsWith("workflow_finished");
            assertThat(followed.only("human_input_form_timeout").at("/data/expiration_time"))
                    .isEqualTo(asked.only("human_input_required").at("/data/expiration_time"));
        }
    }

    @Test
    void stopEndsARunForItsFollowersToo() throws Exception {
        try (OpenStream asked = ask(Script.answer("before ").pause(new Gate()));
                OpenStream follower = follow(events(asked.readUntil("before "), LIVE))) {
            stop(asked.readUntil("before "));

            assertThat(rest(follower)
                            .only("workflow_finished")
                            .at("/data/status")
                            .asText())
                    .isEqualTo("stopped");
        }
    }

    private void stop(String seen) throws Exception {
        Matcher task = Pattern.compile("\"task_id\":\"([^\"]+)\"").matcher(seen);
        assertThat(task.find()).isTrue();
        client.post("/chat-messages/" + task.group(1) + "/stop", Json.object().put("user", "u1"));
    }

    @Test
    void stopEndsARunThatGoesOnAfterAForm() throws Exception {
        StreamedAnswer asked = rest(ask(Script.empty()
                .form(HumanForm.approval(), given -> Script.answer("again ").pause(new Gate()))));
        try (OpenStream follower = follow(events(asked.frames().getLast(), LIVE))) {
            submit(asked);
            stop(follower.readUntil("again "));

            assertThat(rest(follower)
                            .only("workflow_finished")
                            .at("/data/status")
                            .asText())
                    .isEqualTo("stopped");
        }
    }

    @Test
    void followersAreManyAndAllGetTheSame() throws Exception {
        try (OpenStream asked = ask(Script.empty().pause(middle).text("Hi"))) {
            String path = events(asked.readUntil("node_started"), LIVE);
            middle.awaitReached(TestClient.PATIENCE);
            try (OpenStream one = follow(path);
                    OpenStream two = follow(path)) {
                middle.open();
                assertThat(rest(asked).text()).isEqualTo("Hi");
                assertThat(rest(one).frames()).isEqualTo(rest(two).frames());
            }
        }
    }

    @Test
    void runIsKnownToItsOwnUserAndItsOwnAppOnly() throws Exception {
        simulator.next(Script.answer("Hi"));
        StreamedAnswer answer = client.stream("/chat-messages", TestClient.question("?"));
        String run = answer.only("workflow_finished").path("workflow_run_id").asText();

        assertThat(client.get("/workflow/" + run + "/events?user=u2").statusCode())
                .isEqualTo(404);
        assertThat(client.get("/workflow/" + UUID.randomUUID() + "/events?user=u1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.get("/workflow/" + run + "/events").statusCode()).isEqualTo(400);
        try (TestClient other = new TestClient(simulator, DemoApps.APPROVAL_KEY);
                TestClient chat = new TestClient(simulator, DemoApps.CHAT_KEY)) {
            assertThat(other.get("/workflow/" + run + "/events?user=u1").statusCode())
                    .isEqualTo(404);
            assertThat(chat.get("/workflow/" + run + "/events?user=u1").statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void legacyServerHasNoRunEvents() throws Exception {
        try (DifySimulator legacy =
                        DifySimulator.builder().variant(EngineVariant.LEGACY).start();
                TestClient old = new TestClient(legacy, DemoApps.CHATFLOW_KEY)) {
            StreamedAnswer answer = old.stream("/chat-messages", TestClient.question("?"));
            String run =
                    answer.only("workflow_finished").path("workflow_run_id").asText();

            assertThat(old.get("/workflow/" + run + "/events?user=u1").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void faultsSpoilTheFollowerAlone() throws Exception {
        try (OpenStream asked = ask(Script.answer("before ").pause(middle).text("after"))) {
            String path = events(asked.readUntil("before "), LIVE);
            simulator.nextEvents(EventsFault.notFound());
            assertThat(client.get(path).statusCode()).isEqualTo(404);
            simulator.nextEvents(EventsFault.cutAfter(1));
            simulator.nextEvents(EventsFault.stallAfter(1));
            OpenStream cut = follow(path);
            OpenStream stalled = follow(path);

            middle.open();

            assertThat(cut.readToEnd()).contains("after").endsWith("<BROKEN>").doesNotContain("workflow_finished");
            assertThat(rest(asked).order()).endsWith("workflow_finished");
            stalled.readUntil("after");
            assertThat(simulator.requests().getLast().ending()).isEmpty();
            stalled.close();
            assertThat(simulator.requests().getLast().awaitEnding(TestClient.PATIENCE))
                    .isEqualTo(Ending.CLIENT_LEFT);
        }
    }

    @Test
    void silentFollowerIsClosedWhenIdle() throws Exception {
        try (DifySimulator quick =
                        DifySimulator.builder().idleClose(Duration.ofMillis(1)).start();
                TestClient asking = new TestClient(quick, DemoApps.CHATFLOW_KEY)) {
            quick.next(Script.empty().form(HumanForm.approval()));
            StreamedAnswer asked = asking.stream("/chat-messages", TestClient.question("?"));

            assertThat(asking.get(events(asked.frames().getLast(), LIVE)).body())
                    .isEqualTo("event: ping\n\n");
        }
    }
}
