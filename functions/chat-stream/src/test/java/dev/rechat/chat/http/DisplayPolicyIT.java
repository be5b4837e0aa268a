package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.PATIENCE;
import static dev.rechat.chat.http.TurnHouse.body;
import static dev.rechat.chat.http.TurnHouse.newId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.app.NodeDetail;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an app is not to show beside its answers never leaves the server, in no stream and in no log. */
class DisplayPolicyIT {

    // begun with the class, before any test is made: NullAway does not see that
    @SuppressWarnings("NullAway.Init")
    private static TurnHouse house;

    @BeforeAll
    static void open() {
        house = new TurnHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person person = house.person();
    private final String turn = newId();

    private App app(String mode, boolean thoughts, NodeDetail nodes, boolean citations) {
        AppRepository apps = house.first.bean(AppRepository.class);
        return apps.update(house.app(mode).showing(thoughts, nodes, citations));
    }

    /** What is sent while it happens, which is what is told again afterwards. */
    private List<ReceivedEvent> ask(App app) throws Exception {
        List<ReceivedEvent> live;
        try (EventStream stream = house.first.open(person, body(app, "What is in the handbook?", "turn_id", turn))) {
            live = stream.rest();
        }
        try (EventStream again = house.second.resume(person, turn, 0)) {
            assertThat(again.rest()).isEqualTo(live);
        }
        assertThat(live).extracting(ReceivedEvent::id).doesNotHaveDuplicates();
        assertThat(live.getLast().id()).isEqualTo(Integer.toString(live.size()));
        assertThat(live.getLast().name()).isEqualTo("done");
        return live;
    }

    private static long count(String name, List<ReceivedEvent> events) {
        return ReceivedEvent.named(name, events).size();
    }

    @Test
    void showsEverythingWhereNothingIsLeftOut() throws Exception {
        List<ReceivedEvent> events = ask(app("advanced-chat", true, NodeDetail.FULL, true));

        assertThat(count("citation", events)).isPositive();
        assertThat(ReceivedEvent.named("node", events))
                .anyMatch(node -> node.json().has("outputs"));
    }

    @Test
    void showsStepsWithoutWhatWentThroughThem() throws Exception {
        List<ReceivedEvent> events = ask(app("advanced-chat", true, NodeDetail.STEPS, true));

        assertThat(ReceivedEvent.named("node", events))
                .isNotEmpty()
                .allSatisfy(ReceivedEvent::requireValid)
                .noneMatch(node -> node.json().has("outputs")
                        || node.json().has("inputs")
                        || node.json().has("error"));
        assertThat(count("usage", events)).isEqualTo(1);
    }

    @Test
    void showsNeitherNodesNorCitations() throws Exception {
        List<ReceivedEvent> events = ask(app("advanced-chat", true, NodeDetail.NONE, false));

        assertThat(count("node", events)).isZero();
        assertThat(count("citation", events)).isZero();
        assertThat(ReceivedEvent.answer(events)).isNotEmpty();
    }

    @Test
    void showsThoughtsAndTools() throws Exception {
        List<ReceivedEvent> events = ask(app("agent-chat", true, NodeDetail.NONE, false));

        assertThat(count("tool", events)).isPositive();
        assertThat(count("thought", events)).isPositive();
    }

    @Test
    void showsNeitherThoughtsNorTools() throws Exception {
        List<ReceivedEvent> events = ask(app("agent-chat", false, NodeDetail.FULL, true));

        assertThat(count("tool", events)).isZero();
        assertThat(count("thought", events)).isZero();
        assertThat(ReceivedEvent.answer(events)).isNotEmpty();
    }

    @Test
    void leavesOutTheSameOfARunThatIsFollowedFurther() throws Exception {
        App app = app("advanced-chat", true, NodeDetail.STEPS, false);
        Gate gate = new Gate();
        house.script("taken over", Script.answer("before ").pause(gate).text("after"));
        try (EventStream original = house.first.open(person, body(app, "taken over", "turn_id", turn))) {
            original.awaitNamed("delta");
            house.awaitLogged(person, turn, "before ");
            house.giveAway(turn);
            original.rest();
            try (EventStream reader = house.second.resume(person, turn, 0)) {
                house.dify.awaitRequest(request -> request.path().contains("/workflow/"), PATIENCE);
                gate.open();
                List<ReceivedEvent> events = reader.rest();

                assertThat(ReceivedEvent.answer(events)).isEqualTo("before after");
                assertThat(count("citation", events)).isZero();
                assertThat(ReceivedEvent.named("node", events))
                        .isNotEmpty()
                        .noneMatch(node ->
                                node.json().has("outputs") || node.json().has("inputs"));
            }
        }
    }

    @Test
    void saysThatAnAppThatKeepsItsSourcesHasNone() throws Exception {
        assertThat(features(app("advanced-chat", true, NodeDetail.FULL, true))).isTrue();
        assertThat(features(app("advanced-chat", true, NodeDetail.FULL, false))).isFalse();
    }

    private boolean features(App app) throws Exception {
        return Sent.body(house.first.send(house.first
                        .request("/api/v1/apps/" + app.slug(), person)
                        .GET()
                        .build()))
                .at("/features/citations")
                .asBoolean();
    }
}
