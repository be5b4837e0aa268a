package dev.rechat.maintenance.runlog.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.maintenance.runlog.TestRecords;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.archive.ArchivedRun;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.WorkflowRun;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What counts as the same record. */
final class KindTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static <R> List<String> names(Kind<R> kind) {
        return kind.fields().stream().map(Field::name).toList();
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static List<String> components(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> snake(component.getName()))
                .toList();
    }

    /** A member that is added to a record must not be left out of comparisons. */
    @Test
    void comparesEveryMemberOfARecord() {
        assertThat(names(Kinds.RUNS))
                .map(name -> name.replace("tenant_id", "tenant"))
                .containsExactlyElementsOf(components(WorkflowRun.class));
        assertThat(names(Kinds.NODES))
                .map(name -> name.replace("tenant_id", "tenant"))
                .containsExactlyElementsOf(components(NodeExecution.class));
        assertThat(names(Kinds.LOGS))
                .map(name -> name.replace("tenant_id", "tenant"))
                .containsExactlyElementsOf(components(AppLog.class));
        assertThat(names(Kinds.OFFLOADS))
                .map(name -> name.replace("tenant_id", "tenant"))
                .containsExactlyElementsOf(components(Offload.class));
        assertThat(names(Kinds.PAUSES))
                .map(name -> name.replace("tenant_id", "tenant"))
                .containsExactlyElementsOf(components(RunPause.class));
        assertThat(names(Kinds.ARCHIVES)).contains("run_status", "run_total_price", "log_id", "archived_at");
        assertThat(components(ArchivedRun.class)).containsExactly("id", "run", "log", "archived_at");
    }

    @Test
    void takesOutOfABatchWhatItHasPutIntoIt() {
        WorkflowRun run = TestRecords.run(NOON, RunStatus.SUCCEEDED);
        for (RecordType type : RecordType.values()) {
            assertThat(Kinds.of(type).type()).isEqualTo(type);
        }
        assertThat(Kinds.RUNS.of(Kinds.RUNS.batch(List.of(run)))).containsExactly(run);
        assertThat(Kinds.LOGS.of(Kinds.RUNS.batch(List.of(run)))).isEmpty();
    }

    @Test
    void takesJsonForTheSameThatIsSpacedOtherwise() {
        NodeExecution node = TestRecords.node(TestRecords.run(NOON, RunStatus.SUCCEEDED), 1, NodeStatus.SUCCEEDED);

        assertThat(new JsonText("{\"a\": [1, 2],\"b\":null}").saysTheSame(new JsonText("{\"b\":null,\"a\":[1,2]}")))
                .isTrue();
        assertThat(new JsonText("{\"a\":1}").saysTheSame(new JsonText("{\"a\":2}")))
                .isFalse();
        assertThat(new JsonText("no json").saysTheSame(new JsonText("no  json")))
                .isFalse();
        assertThat(Kinds.NODES.differences(node, node)).isEmpty();
    }

    @Test
    void tellsTimesApartByTheMillisecondOnly() {
        Field<Instant> field = new Field<>("time", time -> time);

        assertThat(field.same(NOON, NOON.plusNanos(999_999))).isTrue();
        assertThat(field.same(NOON, NOON.plusMillis(1))).isFalse();
    }
}
