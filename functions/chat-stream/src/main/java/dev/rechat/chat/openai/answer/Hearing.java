package dev.rechat.chat.openai.answer;

import dev.rechat.chat.json.StoredJson;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.FileId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.turns.log.Frame;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Listens to the events of one turn. Takes them as they are sent and stored, so a turn of another instance sounds the same. */
final class Hearing {

    private final StoredJson json;
    private final Links links;
    private final Function<FileId, String> paths;
    private ThoughtSplitter splitter = new ThoughtSplitter();
    private final Map<String, Integer> thoughtsTold = new HashMap<>();
    private final List<Annotation> sources = new ArrayList<>();
    private @Nullable TokenUsage usage;
    private @Nullable String conversation;
    private int length;

    /** @param paths where who is answered can have a file */
    Hearing(StoredJson json, Links links, Function<FileId, String> paths) {
        this.json = json;
        this.links = links;
        this.paths = paths;
    }

    /** @param piece frames that stand one after the other, or a comment */
    List<Heard> hear(byte[] piece) {
        List<Heard> heard = new ArrayList<>();
        for (byte[] frame : Frame.split(piece)) {
            switch (frame[0]) {
                case ':' -> heard.add(new Heard.Silence());
                case 'i' -> event(Frame.of(frame), heard);
                default -> {} // said aside, to readers that can resume
            }
        }
        for (Heard each : heard) {
            length += each instanceof Heard.Content(String text) ? text.length() : 0;
        }
        return heard;
    }

    private void event(Frame frame, List<Heard> heard) {
        switch (frame.name()) {
            case "turn" -> heard.add(begun(json.read(frame.data())));
            case "delta" -> heard.addAll(splitter.take(text(frame, "text")));
            case "replace" -> heard.add(instead(frame));
            case "thought" -> thought(json.read(frame.data()), heard);
            case "citation" -> cite(json.read(frame.data()));
            case "file" -> add(links.file(json.read(frame.data()), paths), heard);
            case "form" -> add(links.form(json.read(frame.data()), conversation), heard);
            case "usage" -> usage = usage(json.read(frame.data()));
            case "notice" -> {
                if (text(frame, "code").equals("context_retold")) {
                    heard.add(new Heard.Retold());
                }
            }
            case "done" -> {
                heard.addAll(splitter.rest());
                heard.add(new Heard.Finished(sources, usage));
            }
            case "error" -> {
                heard.addAll(splitter.rest());
                heard.add(new Heard.Broken(ErrorCode.of(text(frame, "code")), text(frame, "message")));
            }
            default -> {} // tools and nodes are the app's own affair
        }
    }

    private void add(String words, List<Heard> heard) {
        if (!words.isEmpty()) {
            heard.add(new Heard.Content(words));
        }
    }

    private Heard begun(JsonNode turn) {
        conversation = StoredJson.text(turn, "conversation_id");
        return new Heard.Begun(
                TurnId.of(StoredJson.text(turn, "turn_id")),
                ConversationId.of(conversation),
                Instant.parse(StoredJson.text(turn, "created_at")));
    }

    private Heard instead(Frame frame) {
        JsonNode replaced = json.read(frame.data());
        splitter = new ThoughtSplitter(); // what it held back is replaced, too
        return new Heard.Instead(
                StoredJson.text(replaced, "text"),
                !StoredJson.text(replaced, "reason").equals("caught_up"));
    }

    /** A thought comes again as it grows. */
    private void thought(JsonNode thought, List<Heard> heard) {
        String id = StoredJson.text(thought, "id");
        String text = StoredJson.text(thought, "text");
        int told = Math.min(thoughtsTold.getOrDefault(id, 0), text.length());
        thoughtsTold.put(id, text.length());
        if (told < text.length()) {
            heard.add(new Heard.Reasoning(text.substring(told)));
        }
    }

    private void cite(JsonNode source) {
        JsonNode score = source.get("score");
        JsonNode content = source.get("content");
        sources.add(Annotation.of(
                sources.size() + 1,
                length,
                StoredJson.text(source, "document"),
                content != null && content.isString() ? content.getStringValue() : null,
                score != null && score.isNumber() ? score.getDoubleValue() : null));
    }

    private static @Nullable TokenUsage usage(JsonNode told) {
        JsonNode prompt = told.get("prompt_tokens");
        JsonNode completion = told.get("completion_tokens");
        JsonNode total = told.get("total_tokens");
        return prompt == null || completion == null || total == null
                ? null
                : new TokenUsage(prompt.getLongValue(), completion.getLongValue(), total.getLongValue());
    }

    private String text(Frame frame, String member) {
        return StoredJson.text(json.read(frame.data()), member);
    }
}
