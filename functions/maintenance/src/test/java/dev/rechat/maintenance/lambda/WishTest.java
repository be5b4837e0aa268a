package dev.rechat.maintenance.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.persistence.maintenance.TaskName;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an event asks for. Nothing that was mistyped becomes all tasks, for real. */
final class WishTest {

    private static final Wish ALL = new Wish(false, Set.of(), false);

    private static Wish wish(String event) throws IOException {
        return Wish.of(Objects.requireNonNull(JsonMapper.createDefault().readValue(event, JsonNode.class)));
    }

    @Test
    void namesTasksAndWhetherItIsATrial() throws IOException {
        assertThat(wish("{\"task\":[\"trash\",\"usage\"],\"dry_run\":true}"))
                .isEqualTo(new Wish(false, Set.of(TaskName.TRASH, TaskName.USAGE), true));
        assertThat(wish("{\"task\":\"migrate\"}")).isEqualTo(new Wish(true, Set.of(), false));
        assertThat(wish("{\"dry_run\":true}")).isEqualTo(new Wish(false, Set.of(), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"version\":\"0\",\"detail-type\":\"Scheduled Event\",\"source\":\"aws.events\",\"detail\":{}}",
                "{\"version\":\"0\",\"detail-type\":\"Scheduled Event\",\"source\":\"aws.events\"}",
                "{\"version\":\"0\",\"detail-type\":\"Scheduled Event\",\"detail\":null}"
            })
    void isAllTasksWhenTheEventSaysNothing(String event) throws IOException {
        assertThat(wish(event)).isEqualTo(ALL);
    }

    @Test
    void isWhatTheDetailOfAScheduledEventSays() throws IOException {
        assertThat(wish("{\"detail-type\":\"Scheduled Event\",\"detail\":{\"task\":\"trash\",\"dry_run\":true}}"))
                .isEqualTo(new Wish(false, Set.of(TaskName.TRASH), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"dry-run\":true}",
                "{\"dryRun\":true}",
                "{\"tasks\":[\"trash\"]}",
                "{\"task\":[]}",
                "{\"task\":null}",
                "{\"task\":\"everything\"}",
                "{\"task\":[\"trash\"],\"dry_run\":\"true\"}",
                "{\"detail\":{\"task\":\"trash\"}}",
                "{\"detail-type\":\"Scheduled Event\",\"detail\":{\"dry-run\":true}}",
                "{\"detail-type\":\"Scheduled Event\",\"detail\":\"trash\"}",
                "{\"detail-type\":\"Scheduled Event\",\"detail\":{},\"dry_run\":true}"
            })
    void isRefusedWhenItSaysAnythingElse(String event) {
        assertThatThrownBy(() -> wish(event)).isInstanceOf(IllegalArgumentException.class);
    }
}
