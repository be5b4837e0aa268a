package dev.rechat.testing.dify;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Answers that show what an answer can hold, by name. */
public final class Showpieces {

    private static final int WORDS = 4;

    private Showpieces() {}

    /** All of Markdown after a thought, in pieces of that many characters. */
    public static Script markdown(int piece) {
        String thought = "<think>\nI am to show everything at once: lists, tables, code, formulas.\n</think>\n\n";
        return spoken(thought + new String(Resource.bytes("markdown.md"), StandardCharsets.UTF_8), Math.max(1, piece));
    }

    /** A model that writes its thoughts into its answer, that many sentences of them. */
    public static Script thinking(int sentences) {
        StringBuilder text = new StringBuilder("<think>\n");
        for (int i = 1; i <= sentences; i++) {
            text.append("Thought ").append(i).append(": this could be so, or it could be otherwise. ");
        }
        return spoken(text.append("\n</think>\n\nIt is so.").toString(), WORDS * WORDS);
    }

    /** An answer that rests on that many pieces of knowledge. */
    public static Script citing(int sources) {
        return spoken("This rests on " + sources + " pieces of knowledge.", WORDS)
                .citing(sources);
    }

    /** An agent that thinks and calls a tool that many times. */
    public static Script thoughts(int rounds) {
        Script script = Script.empty();
        for (int i = 1; i <= rounds; i++) {
            script = script.text("Step " + i + ". ")
                    .thought(
                            "I should look up part " + i + ".",
                            i % 2 == 0 ? "current_time" : "wikipedia",
                            "{\"query\": \"part " + i + "\", \"limit\": 3}",
                            "{\"found\": " + i + ", \"text\": \"What is known of part " + i + ".\"}");
        }
        return script.text("Done.");
    }

    /** An answer with a picture and a document. */
    public static Script files() {
        return spoken("Here are a chart and a report.", WORDS).files(SampleFiles.all());
    }

    static Script spoken(String text, int piece) {
        int[] codePoints = text.codePoints().toArray();
        return Script.answer(Stream.iterate(0, at -> at < codePoints.length, at -> at + piece)
                .map(at -> new String(codePoints, at, Math.min(piece, codePoints.length - at)))
                .toArray(String[]::new));
    }
}
