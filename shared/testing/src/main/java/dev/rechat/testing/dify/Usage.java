package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Token counts of an answer and what they would have cost. */
record Usage(int promptTokens, int completionTokens, double latencySeconds) {

    private static final BigDecimal PROMPT_PRICE = new BigDecimal("0.15");
    private static final BigDecimal COMPLETION_PRICE = new BigDecimal("0.6");
    private static final BigDecimal PER_MILLION = new BigDecimal("0.000001");

    /** About four characters make a token. */
    static Usage of(String question, String answer, double latencySeconds) {
        return new Usage(12 + question.length() / 4, 1 + answer.length() / 4, latencySeconds);
    }

    int totalTokens() {
        return promptTokens + completionTokens;
    }

    String totalPrice() {
        return price(promptTokens, PROMPT_PRICE)
                .add(price(completionTokens, COMPLETION_PRICE))
                .toPlainString();
    }

    /** Prices are strings, counts and times are numbers. */
    ObjectNode toJson() {
        return Json.object()
                .put("prompt_tokens", promptTokens)
                .put("prompt_unit_price", PROMPT_PRICE.toPlainString())
                .put("prompt_price_unit", PER_MILLION.toPlainString())
                .put("prompt_price", price(promptTokens, PROMPT_PRICE).toPlainString())
                .put("completion_tokens", completionTokens)
                .put("completion_unit_price", COMPLETION_PRICE.toPlainString())
                .put("completion_price_unit", PER_MILLION.toPlainString())
                .put(
                        "completion_price",
                        price(completionTokens, COMPLETION_PRICE).toPlainString())
                .put("total_tokens", totalTokens())
                .put("total_price", totalPrice())
                .put("currency", "USD")
                .put("latency", latencySeconds)
                .putNull("time_to_first_token")
                .putNull("time_to_generate");
    }

    private static BigDecimal price(int tokens, BigDecimal unitPrice) {
        return unitPrice.multiply(BigDecimal.valueOf(tokens)).multiply(PER_MILLION);
    }
}
