package dev.rechat.dify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifyRequestTest {

    private final Json json = new Json(JsonMapper.createDefault());

    @Test
    void writesChatWithAllItsParts() {
        DifyRequest request = new DifyRequest.Chat(
                "Hi ä",
                JsonNode.createObjectNode(Map.of("topic", JsonNode.createStringNode("x"))),
                "u",
                "c",
                List.of(DifyInputFile.uploaded("image", "f"), DifyInputFile.remote("document", "https://h/d")),
                true);

        assertThat(written(request, "streaming"))
                .isEqualTo("{\"inputs\":{\"topic\":\"x\"},\"query\":\"Hi ä\",\"user\":\"u\","
                        + "\"response_mode\":\"streaming\",\"conversation_id\":\"c\",\"files\":["
                        + "{\"type\":\"image\",\"transfer_method\":\"local_file\",\"upload_file_id\":\"f\"},"
                        + "{\"type\":\"document\",\"transfer_method\":\"remote_url\",\"url\":\"https://h/d\"}],"
                        + "\"auto_generate_name\":true}");
    }

    @Test
    void writesCompletionAndWorkflowWithEmptyInputsSinceDifyRequiresThem() {
        assertThat(written(Clients.completion(), "blocking"))
                .isEqualTo("{\"inputs\":{},\"query\":\"\",\"user\":\"user-1\",\"response_mode\":\"blocking\"}");
        assertThat(written(Clients.workflow(), "streaming"))
                .isEqualTo("{\"inputs\":{},\"user\":\"user-1\",\"response_mode\":\"streaming\"}");
    }

    @Test
    void removesNulFromTheQueryAsDifyDoes() {
        assertThat(new DifyRequest.Chat("a\0b\0", "u").query()).isEqualTo("ab");
        assertThat(new DifyRequest.Completion(DifyRequest.noInputs(), "u", List.of(), "\0").query())
                .isEmpty();
    }

    @Test
    void refusesInputsThatAreNoObjectAndBlankUser() {
        assertThatThrownBy(() -> new DifyRequest.Workflow(JsonNode.createStringNode("x"), "u", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DifyRequest.Chat("q", " ")).isInstanceOf(IllegalArgumentException.class);
    }

    private String written(DifyRequest request, String mode) {
        return new String(json.write(GenerationBody.of(request, mode, null)), StandardCharsets.UTF_8);
    }
}
