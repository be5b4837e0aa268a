package dev.rechat.conversation.search;

import java.time.Duration;

/**
 * How much one request looks through. It stops after the piece that uses up any of these; a single conversation is read to
 * its end, whatever its size.
 *
 * @param conversations how many conversations
 * @param messages how many messages
 * @param found after how many conversations with a match
 * @param time how long
 * @param piece how many messages one statement reads
 */
record SearchBudget(int conversations, int messages, int found, Duration time, int piece) {

    static final SearchBudget STANDARD = new SearchBudget(2000, 10_000, 100, Duration.ofSeconds(2), 1000);
}
