package dev.rechat.testing.dify;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Lets somebody at a chat window ask for a fault: a question that starts with an exclamation mark and a word. */
final class MagicWords {

    private static final int USUAL_PACE = 50;

    /** The number after a word and the one after that. */
    private interface Numbers {
        Script script(int first, int second);
    }

    private record Word(String explanation, int usual, Numbers script) {}

    private static final Map<String, Word> WORDS = new TreeMap<>(Map.ofEntries(
            word("!error", "the model fails after some text", 0, n -> Faults.modelFailure()),
            word(
                    "!nocode",
                    "an error event without a code, connection held open",
                    0,
                    n -> Faults.errorWithoutCode("The worker failed.")),
            word("!hang", "an error event, connection held open", 0, n -> Faults.errorThenOpen()),
            word("!key", "the key is refused (401)", 0, n -> Faults.badKey()),
            word("!busy", "too many requests (429)", 0, n -> Faults.tooManyRequests()),
            word("!gateway", "502 with HTML from the proxy", 0, n -> Faults.badGateway()),
            word("!stall", "some text, then silence", 0, n -> Faults.stall()),
            word("!cut", "the connection breaks inside an event", 0, n -> Faults.cutMidEvent()),
            word("!json", "a line that is not JSON", 0, n -> Faults.malformedJson()),
            word("!split", "characters arrive in halves", 0, n -> Faults.splitCharacters()),
            word("!replace", "moderation takes the text back", 0, n -> Faults.moderated()),
            word("!other", "the answer names another conversation", 0, n -> Faults.wrongConversation()),
            word("!markdown", "all of Markdown, N characters at a time", 24, Showpieces::markdown),
            word("!think", "N sentences of thoughts within the answer", 8, Showpieces::thinking),
            word("!thoughts", "an agent's thoughts and tools, N rounds", 5, Showpieces::thoughts),
            word("!citations", "an answer with N sources", 5, Showpieces::citing),
            word("!files", "an answer with a picture and a document", 0, n -> Showpieces.files()),
            word("!graph", "rounds, retries and failures in a graph, N rounds", 3, GraphTour::script),
            word(
                    "!fields",
                    "a form with fields of every kind, N seconds for it",
                    3600,
                    n -> Script.answer("I need some details. ")
                            .form(EveryField.form().within(Duration.ofSeconds(n)), EveryField::answered)),
            word("!long", "an answer of N characters", 5000, Faults::longAnswer),
            Map.entry(
                    "!timed",
                    new Word(
                            "N events MS milliseconds apart, each the time it was sent (!timed N MS)",
                            100,
                            (n, pace) -> Script.timed(n, Duration.ofMillis(pace)))),
            word(
                    "!form",
                    "a person has N seconds to fill in a form",
                    3600,
                    n -> Script.answer("I have to ask. ")
                            .form(HumanForm.approval().within(Duration.ofSeconds(n)), Approval::english)),
            word("!nodes", "a graph of N nodes", 1000, Faults::manyNodes),
            word(
                    "!slow",
                    "N milliseconds before the first byte",
                    500,
                    n -> Faults.slowFirstByte(Duration.ofMillis(n)))));

    private MagicWords() {}

    private static Map.Entry<String, Word> word(
            String word, String explanation, int usual, IntFunction<Script> script) {
        return Map.entry(word, new Word(explanation, usual, (first, second) -> script.apply(first)));
    }

    static Optional<Script> script(GenerationRequest request) {
        String[] parts = request.text().strip().split("\\s+", 4);
        return Optional.ofNullable(WORDS.get(parts[0]))
                .map(word -> word.script().script(number(parts, 1, word.usual()), number(parts, 2, USUAL_PACE)));
    }

    private static int number(String[] parts, int at, int usual) {
        return parts.length > at && parts[at].matches("\\d{1,7}") ? Integer.parseInt(parts[at]) : usual;
    }

    /** One line for each word. */
    static String help() {
        StringBuilder help = new StringBuilder();
        WORDS.forEach((name, word) -> help.append("  %-10s %s%s%n"
                .formatted(name, word.explanation(), word.usual() > 0 ? " (" + word.usual() + ")" : "")));
        return help.toString();
    }
}
