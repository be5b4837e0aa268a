package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.dify.EngineVariant;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.GenerationRequest;
import dev.rechat.testing.dify.Script;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However many ask at the same moment, and wherever: the last token is given away once. */
@Timeout(180)
class BudgetRaceIT {

    private static final int QUESTIONS = 200;

    /** Twice as many as there are connections: the others follow on their heels, and none waits for a connection for too long. */
    private static final int ASKERS = 40;

    @AutoClose
    private final TurnHouse house = new TurnHouse(EngineVariant.CELERY, Map.of());

    private final App app = house.app("chat");

    @Test
    void oneOf200QuestionsGetsTheLastToken() throws Exception {
        HouseBudget budget = new HouseBudget(house, app.id().toString(), "TOKENS", 1000, 300);
        budget.spend(999);
        List<Person> people =
                IntStream.range(0, 20).mapToObj(i -> house.person()).toList();
        Gate gate = new Gate();
        house.dify.always(
                GenerationRequest.containing("the last token"),
                Script.answer("mine ").pause(gate));
        List<Future<Integer>> answers = new ArrayList<>();
        try (var askers = Executors.newFixedThreadPool(ASKERS)) {
            for (int i = 0; i < QUESTIONS; i++) {
                Instance where = i % 2 == 0 ? house.first : house.second;
                Person who = people.get(i % people.size());
                answers.add(askers.submit(() -> ask(where, who)));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        long letIn = statuses.stream().filter(status -> status == 200).count();
        assertThat(statuses).containsOnly(200, 429);
        assertThat(letIn).isEqualTo(1);
        assertThat(house.asked("the last token")).isEqualTo(1);
        assertThat(budget.counter()).isEqualTo("999 999 1");
        gate.open();
        house.dify.awaitIdle(TurnHouse.PATIENCE);
    }

    /** Until the head of the answer is there. */
    private int ask(Instance where, Person who) throws Exception {
        var response = where.openLater(
                        where.question(who, body(app, "the last token")).build())
                .get(120, TimeUnit.SECONDS);
        if (response.statusCode() != 200) {
            assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"budget_exhausted\"");
        }
        return response.statusCode();
    }
}
