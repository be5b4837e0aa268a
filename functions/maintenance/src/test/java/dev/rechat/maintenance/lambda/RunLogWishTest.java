package dev.rechat.maintenance.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.store.StoreName;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an event wants done to run logs. Nothing that was mistyped is passed over. */
final class RunLogWishTest {

    private static Optional<RunLogWish> wish(String event) throws IOException {
        return RunLogWish.of(Objects.requireNonNull(JsonMapper.createDefault().readValue(event, JsonNode.class)));
    }

    @Test
    void isNoneWhenTheEventIsAboutSomethingElse() throws IOException {
        assertThat(wish("{\"task\":\"trash\"}")).isEmpty();
        assertThat(wish("[]")).isEmpty();
    }

    @Test
    void takesTheOptionsOfTheCommandsAsMembers() throws IOException {
        Instant march = Instant.parse("2026-03-01T00:00:00Z");

        assertThat(wish("{\"runlog\":{\"command\":\"status\"}}")).contains(new RunLogWish.Status());
        assertThat(wish("""
                                {"runlog":{"command":"migrate","from":"mysql","to":"elasticsearch","tenant":"house",
                                 "from_date":"2026-03-01","to_date":"2026-03-01","type":["app_logs","workflow_runs"],
                                 "batch_size":5,"dry_run":true}}"""))
                .contains(new RunLogWish.Migrate(
                        StoreName.MYSQL,
                        StoreName.ELASTICSEARCH,
                        new Tenant("house"),
                        new TimeRange(march, march.plusSeconds(86_400)),
                        List.of(RecordType.WORKFLOW_RUNS, RecordType.APP_LOGS),
                        5,
                        false,
                        true));
        assertThat(wish("{\"runlog\":{\"command\":\"validate\",\"full\":true,\"type\":\"pauses\"}}"))
                .contains(new RunLogWish.Validate(
                        StoreName.MYSQL, StoreName.ELASTICSEARCH, null, TimeRange.ALL, List.of(RecordType.PAUSES), 0));
        assertThat(wish("{\"runlog\":{\"command\":\"cleanup\",\"before\":\"2026-03-01\",\"archive\":true}}"))
                .contains(new RunLogWish.Cleanup(march, 0, null, true, false));
        assertThat(wish("{\"runlog\":{\"command\":\"import\",\"app\":\"reports\"}}"))
                .contains(new RunLogWish.Import("reports", TimeRange.ALL, 5, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"runlog\":\"status\"}",
                "{\"runlog\":{}}",
                "{\"runlog\":{\"command\":\"drop\"}}",
                "{\"runlog\":{\"command\":\"status\"},\"dry_run\":true}",
                "{\"runlog\":{\"command\":\"status\",\"dry-run\":true}}",
                "{\"runlog\":{\"command\":\"migrate\",\"from\":\"mysql\"}}",
                "{\"runlog\":{\"command\":\"migrate\",\"from\":\"mysql\",\"to\":\"oracle\"}}",
                "{\"runlog\":{\"command\":\"migrate\",\"from\":\"mysql\",\"to\":\"elasticsearch\",\"dryRun\":true}}",
                "{\"runlog\":{\"command\":\"migrate\",\"from\":\"mysql\",\"to\":\"elasticsearch\",\"batch_size\":1.5}}",
                "{\"runlog\":{\"command\":\"validate\",\"full\":true,\"sample\":5}}",
                "{\"runlog\":{\"command\":\"validate\",\"from_date\":\"2026-03-02\",\"to_date\":\"2026-03-01\"}}",
                "{\"runlog\":{\"command\":\"cleanup\"}}",
                "{\"runlog\":{\"command\":\"cleanup\",\"before\":\"2026-03-01\",\"older_than\":3}}",
                "{\"runlog\":{\"command\":\"cleanup\",\"before\":\"March\"}}",
                "{\"runlog\":{\"command\":\"import\"}}"
            })
    void refusesWhatItDoesNotUnderstand(String event) {
        assertThatThrownBy(() -> wish(event)).isInstanceOf(IllegalArgumentException.class);
    }
}
