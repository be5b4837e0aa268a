package dev.rechat.chat.openai.ask;

import io.micronaut.http.HttpHeaders;

/** What OpenAI's clients say of a request that they make again by themselves. */
public final class Retries {

    /** All of them send it, with 0 for the first attempt; nobody else means anything by it. */
    private static final String COUNT = "x-stainless-retry-count";

    private static final int MAX_DIGITS = 9;

    private Retries() {}

    /** Whether the request came before; no for what is no number. */
    public static boolean isOne(HttpHeaders headers) {
        String count = headers.get(COUNT);
        return count != null
                && count.length() <= MAX_DIGITS
                && count.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                && count.chars().anyMatch(digit -> digit != '0');
    }
}
