package dev.rechat.testing.dify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Text whose pieces say when they were sent, made for a thousand streams at a time: a piece is the bytes of the one
 * before with other digits, and nobody waits for the network unless the client reads too slowly.
 */
final class TimedText {

    /** Stands for the digits of a time. Such a row of zeros occurs nowhere else in an event. */
    private static final String DIGITS = "0".repeat(16);

    private final Run run;
    private final Narrator narrator;
    private final Step.Timed step;

    TimedText(Run run, Narrator narrator, Step.Timed step) {
        this.run = run;
        this.narrator = narrator;
        this.step = step;
    }

    /** Keeps to a timetable, so a late piece does not delay those after it. */
    Optional<Outcome> play() {
        byte[] template = narrator.text(DIGITS + " ");
        int at = new String(template, StandardCharsets.ISO_8859_1).indexOf(DIGITS);
        long start = System.nanoTime();
        for (int i = 0; i < step.count(); i++) {
            Optional<Outcome> end = run.signals()
                    .awaitInterruption(Duration.ofNanos(start + i * step.pace().toNanos() - System.nanoTime()));
            if (end.isPresent()) {
                return end;
            }
            long now = epochMicros();
            run.append(now + " ");
            run.sendAhead(withDigits(template, at, now));
        }
        return Optional.empty();
    }

    private static long epochMicros() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }

    private static byte[] withDigits(byte[] template, int at, long number) {
        byte[] bytes = template.clone();
        long left = number;
        for (int i = at + DIGITS.length() - 1; i >= at; i--) {
            bytes[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        return bytes;
    }
}
