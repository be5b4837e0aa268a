package dev.rechat.chat.openai.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rechat.chat.json.StoredJson;
import dev.rechat.web.error.OpenAiError;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one turn as OpenAI's stream of chunks. For one reader, one thread at a time. */
public final class ChunkStream {

    private static final byte[] KEEP_ALIVE = ": keep-alive\n\n".getBytes(UTF_8);
    private static final byte[] DONE = "data: [DONE]\n\n".getBytes(UTF_8);

    private final Hearing hearing;
    private final StoredJson json;
    private final String model;
    private final boolean usage;
    private Head head;
    private boolean spoken;
    private boolean moderated;
    private boolean ended;

    ChunkStream(Hearing hearing, StoredJson json, String model, boolean usage) {
        this.hearing = hearing;
        this.json = json;
        this.model = model;
        this.usage = usage;
        this.head = Head.unknown(model);
    }

    /** @return what goes out for these events, which may be nothing */
    public byte[] write(byte[] piece) {
        var out = new ByteArrayOutputStream();
        for (Heard heard : hearing.hear(piece)) {
            write(heard, out);
        }
        return out.toByteArray();
    }

    /** What goes out when no more events come: nothing after an end, else that there was none. */
    public byte[] writeEnd() {
        if (ended) {
            return new byte[0];
        }
        var out = new ByteArrayOutputStream();
        write(Completion.CUT, out);
        return out.toByteArray();
    }

    private void write(Heard heard, ByteArrayOutputStream out) {
        switch (heard) {
            case Heard.Begun begun -> {
                head = Head.of(begun, model);
                chunk(Delta.FIRST, null, out);
            }
            case Heard.Content(String text) -> {
                spoken = true;
                chunk(Delta.content(text), null, out);
            }
            case Heard.Reasoning(String text) -> chunk(Delta.reasoning(text), null, out);
            case Heard.Instead instead -> {
                moderated |= instead.moderated();
                chunk(Delta.content(spoken ? "\n\n" + instead.text() : instead.text()), null, out);
                spoken = true;
            }
            case Heard.Retold _ -> {}
            case Heard.Silence _ -> out.writeBytes(KEEP_ALIVE);
            case Heard.Finished(List<Annotation> sources, TokenUsage cost) -> {
                if (!sources.isEmpty()) {
                    chunk(Delta.annotations(sources), null, out);
                }
                chunk(Delta.NOTHING, moderated ? "content_filter" : "stop", out);
                if (usage && cost != null) {
                    line(head("[]") + ",\"usage\":" + json.write(cost) + "}", out);
                }
                out.writeBytes(DONE);
                ended = true;
            }
            case Heard.Broken broken -> {
                line(json.write(OpenAiError.of(broken.code(), broken.message())), out);
                ended = true;
            }
        }
    }

    private void chunk(Delta delta, @Nullable String finish, ByteArrayOutputStream out) {
        String choice = "[{\"index\":0,\"delta\":" + json.write(delta) + ",\"logprobs\":null,\"finish_reason\":"
                + (finish == null ? "null" : "\"" + finish + "\"") + "}]";
        line(head(choice) + (usage ? ",\"usage\":null}" : "}"), out);
    }

    private String head(String choices) {
        return "{\"id\":\"" + head.id() + "\",\"object\":\"chat.completion.chunk\",\"created\":" + head.created()
                + ",\"model\":" + json.write(head.model()) + ",\"choices\":" + choices;
    }

    private static void line(String data, ByteArrayOutputStream out) {
        out.writeBytes(("data: " + data + "\n\n").getBytes(UTF_8));
    }
}
