package dev.rechat.chat.openai.answer;

import dev.rechat.kernel.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers one turn into an answer in one piece. For one reader, one thread at a time. */
public final class Collected {

    private final Hearing hearing;
    private final StringBuilder content = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final String model;
    private Head head;
    private List<Annotation> sources = List.of();
    private @Nullable TokenUsage usage;
    private boolean moderated;
    private boolean finished;
    private Heard.Broken broken = Completion.CUT;

    Collected(Hearing hearing, String model) {
        this.hearing = hearing;
        this.model = model;
        this.head = Head.unknown(model);
    }

    public Collected add(byte[] piece) {
        hearing.hear(piece).forEach(this::add);
        return this;
    }

    private void add(Heard heard) {
        switch (heard) {
            case Heard.Begun begun -> head = Head.of(begun, model);
            case Heard.Content(String text) -> content.append(text);
            case Heard.Reasoning(String text) -> reasoning.append(text);
            case Heard.Instead instead -> {
                content.setLength(0);
                content.append(instead.text());
                moderated |= instead.moderated();
            }
            case Heard.Retold _, Heard.Silence _ -> {}
            case Heard.Finished done -> {
                finished = true;
                sources = done.sources();
                usage = done.usage();
            }
            case Heard.Broken why -> broken = why;
        }
    }

    /** Whether the answer came to its end. */
    public boolean whole() {
        return finished;
    }

    /** Why it did not. */
    public ErrorCode failure() {
        return broken.code();
    }

    public String failureMessage() {
        return broken.message();
    }

    public Completion completion() {
        var message = new Completion.Message(
                "assistant",
                content.toString(),
                null,
                reasoning.isEmpty() ? null : reasoning.toString(),
                sources.isEmpty() ? null : sources);
        return new Completion(
                head.id(),
                "chat.completion",
                head.created(),
                head.model(),
                List.of(new Completion.Choice(0, message, null, moderated ? "content_filter" : "stop")),
                usage);
    }
}
