package dev.rechat.dify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenReaderTest {

    @Test
    void readsAMessageWithAllItsFields() {
        DifyEvent event = TokenReader.read("""
                {"event":"message","conversation_id":"c","message_id":"m","created_at":1705395332,"task_id":"t",
                 "workflow_run_id":"w","id":"m","new":{"answer":[1,{"event":"x"}]},"answer":"Hi \\u00e4\\n",
                 "from_variable_selector":["node",1,[2],"text"]}""");

        assertThat(event)
                .isEqualTo(new DifyEvent.Message(
                        new DifyEvent.Context("c", "m", "t", "w", Instant.ofEpochSecond(1_705_395_332)),
                        "Hi ä\n",
                        List.of("node", "text")));
    }

    @Test
    void readsAnAgentsMessageWhoseNameComesLast() {
        DifyEvent event = TokenReader.read("{\"answer\":\"Hi\",\"task_id\":null,\"event\":\"agent_message\"}");

        assertThat(event)
                .isEqualTo(new DifyEvent.AgentMessage(new DifyEvent.Context(null, null, null, null, null), "Hi"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "nonsense",
                "{}",
                "{\"answer\":\"Hi\"}",
                "{\"event\":null}",
                "{\"event\":\"message_end\"}",
                "{\"event\":\"message\"",
                "{\"event\":\"message\"}{}",
                "{\"event\":\"message\",\"from_variable_selector\":[",
                "{\"event\":\"message\",\"answer\":1}",
                "{\"event\":\"message\",\"answer\":{\"a\":1}}",
                "{\"event\":\"message\",\"task_id\":7}",
                "{\"event\":\"message\",\"created_at\":1.5}",
                "{\"event\":\"message\",\"created_at\":999999999999999999999}",
                "{\"event\":\"message\",\"from_variable_selector\":\"x\"}"
            })
    void leavesToTheTreeWhateverIsNotUsual(String text) {
        assertThat(TokenReader.read(text)).isNull();
    }
}
