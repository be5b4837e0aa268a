package dev.rechat.runlog.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rechat.runlog.contract.Samples;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.node.OffloadType;
import dev.rechat.runlog.run.WorkflowRun;
import io.micronaut.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows stay small, and nothing is lost: the whole lies in the folder. */
class OffloadingTest {

    private final Samples samples = new Samples();
    private final Truncation truncation = new Truncation(JsonMapper.createDefault());

    @TempDir
    Path folder;

    private NodeExecution node(@Nullable String inputs, String outputs) {
        NodeExecution node = samples.node(Samples.id(), 1, Samples.NOON, NodeStatus.SUCCEEDED);
        return new NodeExecution(
                node.id(),
                node.tenant(),
                node.appId(),
                node.workflowId(),
                node.triggeredFrom(),
                node.workflowRunId(),
                node.index(),
                null,
                null,
                node.nodeId(),
                node.nodeType(),
                node.title(),
                inputs,
                null,
                outputs,
                node.truncated(),
                node.status(),
                null,
                node.elapsedTime(),
                null,
                null,
                null,
                node.createdByRole(),
                node.createdBy(),
                node.createdAt(),
                node.finishedAt());
    }

    @Test
    void leavesWhatIsWithinTheBounds() {
        Offloading offloading = new Offloading(truncation, new FolderPayloadStore(folder));
        NodeExecution small = node(null, "{\"text\":\"" + "a".repeat(100_000) + "\"}");

        Offloading.Cut<NodeExecution> cut = offloading.cut(small);

        assertThat(cut.record()).isSameAs(small);
        assertThat(cut.offloads()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsTheWholeAndCutsTheRow() throws Exception {
        FolderPayloadStore store = new FolderPayloadStore(folder);
        Offloading offloading = new Offloading(truncation, store);
        NodeExecution large = node("{\"q\":1}", "{\"text\":\"" + "猫".repeat(100_001) + "\"}");

        Offloading.Cut<NodeExecution> first = offloading.cut(large);
        Offloading.Cut<NodeExecution> again = offloading.cut(large);

        assertThat(again).isEqualTo(first);
        assertThat(first.record().truncated()).isEqualTo(new NodeExecution.Truncated(false, false, true));
        assertThat(first.record().inputs()).isEqualTo("{\"q\":1}");
        assertThat(first.record().outputs()).isEqualTo("{\"text\":\"" + "猫".repeat(100_000) + "...\"}");
        Offload offload = first.offloads().getFirst();
        assertThat(offload.type()).isEqualTo(OffloadType.OUTPUTS);
        assertThat(offload.fileKey()).startsWith(samples.tenant.id() + "/");
        assertThat(store.find(offload.fileKey())).isEqualTo(Optional.ofNullable(large.outputs()));
        try (var files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files).hasSize(1);
        }
        store.delete(offload.fileKey());
        store.delete(offload.fileKey());
        assertThat(store.find(offload.fileKey())).isEmpty();
    }

    @Test
    void keepsTheWholeOfARunToo() {
        FolderPayloadStore store = new FolderPayloadStore(folder);
        Offloading offloading = new Offloading(truncation, store);
        String question = "{\"sys.query\":\"" + "猫".repeat(500_000) + "\"}";
        WorkflowRun large = samples.run(Samples.NOON).inputs(question).get();

        Offloading.Cut<WorkflowRun> first = offloading.cut(large);
        Offloading.Cut<WorkflowRun> again = offloading.cut(large);
        Offloading.Cut<WorkflowRun> known = offloading.cut(first.record());

        assertThat(again).isEqualTo(first);
        assertThat(first.record().inputs()).isEqualTo("{\"sys.query\":\"" + "猫".repeat(100_000) + "...\"}");
        assertThat(first.record().inputsTruncated()).isTrue();
        assertThat(first.record().outputs()).isEqualTo(large.outputs());
        assertThat(first.record().outputsTruncated()).isFalse();
        Offload offload = first.offloads().getFirst();
        assertThat(first.offloads()).hasSize(1);
        assertThat(offload.nodeExecutionId()).isEqualTo(large.id());
        assertThat(offload.key().createdAt()).isEqualTo(large.createdAt());
        assertThat(offload.fileKey()).startsWith(samples.tenant.id() + "/runs/");
        assertThat(store.find(offload.fileKey())).contains(question);
        assertThat(known.record()).as("what was cut before stays so").isEqualTo(first.record());
        assertThat(known.offloads()).isEmpty();
    }

    @Test
    void cutsListsAndNeverHalvesASign() throws Exception {
        String list = "[" + String.join(",", Collections.nCopies(1_001, "7")) + "]";
        String smileys = "[\"" + "a" + "😀".repeat(60_000) + "\"]";

        assertThat(truncation.cut(list)).contains("[" + String.join(",", Collections.nCopies(1_000, "7")) + "]");
        String left = truncation.cut(smileys).orElseThrow();
        assertThat(JsonMapper.createDefault().readValue(left, String[].class))
                .containsExactly("a" + "😀".repeat(49_999) + "...");
        assertThat(truncation.cut("[" + String.join(",", Collections.nCopies(1_000, "7")) + "]"))
                .isEmpty();
    }

    @Test
    void findsSomethingSmallInWhatIsLargeAltogether() {
        String member = "\"%d\":\"" + "b".repeat(90_000) + "\"";
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 30; i++) {
            many.append(i == 0 ? "" : ",").append(String.format(member, i));
        }

        String left = truncation.cut(many.append("}").toString()).orElseThrow();

        assertThat(left.getBytes(StandardCharsets.UTF_8).length).isBetween(100_000, Truncation.MOST_BYTES);
        assertThat(truncation.cut("no json " + "c".repeat(Truncation.MOST_BYTES)))
                .contains("{}");
    }

    @Test
    void takesNoKeyThatLeadsOutOfTheFolder() {
        FolderPayloadStore store = new FolderPayloadStore(folder);

        for (String key :
                new String[] {"../x", "a/../x", "/etc/passwd", "a//b", "", ".hidden", "a/.", "x".repeat(501)}) {
            assertThatIllegalArgumentException().as(key).isThrownBy(() -> store.put(key, "{}"));
            assertThatIllegalArgumentException().as(key).isThrownBy(() -> store.find(key));
        }
    }
}
