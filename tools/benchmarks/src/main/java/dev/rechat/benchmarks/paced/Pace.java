package dev.rechat.benchmarks.paced;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an answer is to be written. It travels in the question, so that it reaches the paced Dify through any relay.
 *
 * @param events how many events with text
 * @param interval between two of them
 */
public record Pace(int events, Duration interval) {

    private static final Pattern QUESTION = Pattern.compile("Say (\\d{1,7}) words, one each (\\d{1,7}) ms");

    /** The question that asks for this pace. */
    public String question() {
        return "Say %d words, one each %d ms".formatted(events, interval.toMillis());
    }

    /** How long an answer takes. */
    public Duration length() {
        return interval.multipliedBy(events);
    }

    /**
     * Finds the question in the body of a request.
     *
     * @throws IllegalArgumentException when it asks for something else
     */
    static Pace asked(String body) {
        Matcher question = QUESTION.matcher(body);
        if (!question.find()) {
            throw new IllegalArgumentException("the question is not of the form: " + QUESTION);
        }
        return new Pace(Integer.parseInt(question.group(1)), Duration.ofMillis(Long.parseLong(question.group(2))));
    }
}
