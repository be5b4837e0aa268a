package dev.rechat.runlog.search.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.runlog.search.client.Json;
import io.micronaut.serde.ObjectMapper;
import org.junit.jupiter.api.Test;

final class WordsTest {

    private final Json json = new Json(ObjectMapper.getDefault());

    @Test
    void readsWhatEscapesStandFor() {
        String text = words("{\"greeting\":\"\\u4f60\\u597d\\nworld\",\"list\":[1,true,null,{\"in\":\"deep\"}]}");

        assertThat(text.lines()).containsExactly("greeting", "你好", "world", "list", "1", "true", "in", "deep");
    }

    @Test
    void takesTextThatWasCutAsItIs() {
        assertThat(words("{\"greeting\":\"hel")).isEqualTo("{\"greeting\":\"hel\n");
    }

    @Test
    void hasNothingOfNothing() {
        assertThat(new Words(json)
                        .addJson(null)
                        .add(null)
                        .addJson("")
                        .addJson("{}")
                        .text())
                .isEmpty();
    }

    private String words(String text) {
        return new Words(json).addJson(text).text();
    }
}
