package dev.rechat.runlog.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.runlog.contract.Samples;
import dev.rechat.runlog.run.RunQuery;
import dev.rechat.runlog.run.WorkflowRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any piece of a text is found as it was typed, and no sign of it means anything else. */
class RunSearchIT {

    private final Samples samples = new Samples();
    private final MySqlRunLogStore store = RunLogHouse.bean(MySqlRunLogStore.class);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "100%, 1",
                "100_, 0",
                "%, 1",
                "_, 1",
                "a_b, 1",
                "aXb, 0",
                "!, 1",
                "\"hi\", 1",
                "C:\\temp, 1",
                "😀, 1",
                "HELLO, 1",
                "ello wor, 1",
                "wörld, 1",
                "' OR '1'='1, 0"
            })
    void findsPiecesLiterally(String text, int found) {
        WorkflowRun run = samples.run(Samples.NOON)
                .inputs("{\"q\":\"Hello World 100% a_b say \\\"hi\\\" \\uD83D\\uDE00 !\"}")
                .outputs("{\"a\":\"C:\\\\temp wörld\"}")
                .get();
        store.runs().save(run);

        var page =
                store.runs().findPage(RunQuery.of(samples.tenant, samples.app).containing(text), 5, null);

        assertThat(page.data()).hasSize(found);
    }
}
