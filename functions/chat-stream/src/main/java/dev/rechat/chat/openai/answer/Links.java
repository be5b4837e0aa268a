package dev.rechat.chat.openai.answer;

import dev.rechat.chat.json.StoredJson;
import dev.rechat.kernel.id.FileId;
import io.micronaut.context.annotation.Value;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What OpenAI's form has no place for, as Markdown: files, and forms that a run waits for. */
@Singleton
final class Links {

    private final String base;

    /** @param publicUrl where people find the house; empty when that is not configured, which makes links relative */
    Links(@Value("${rechat.public-url:}") String publicUrl) {
        this.base = publicUrl.strip().replaceFirst("/+$", "");
    }

    /** Its bytes are for who was answered: the address wants the same key, or a token of the same person. */
    String file(JsonNode file, Function<FileId, String> paths) {
        String name = StoredJson.text(file, "name").replaceAll("[\\[\\]]", "");
        String picture = StoredJson.text(file, "type").equals("image") ? "!" : "";
        return "\n\n" + picture + "[" + name + "](" + base + paths.apply(FileId.of(StoredJson.text(file, "id"))) + ")";
    }

    /** What it asks, and where it can be answered. One that was filled in or has expired asks nothing. */
    String form(JsonNode form, @Nullable String conversation) {
        if (!StoredJson.text(form, "state").equals("open")) {
            return "";
        }
        String title = StoredJson.text(form, "title");
        String content = StoredJson.text(form, "content");
        return "\n\n" + (title.isEmpty() ? "" : "**" + title + "**\n\n") + (content.isEmpty() ? "" : content + "\n\n")
                + "The app waits for an answer: " + base + "/c/" + conversation;
    }
}
