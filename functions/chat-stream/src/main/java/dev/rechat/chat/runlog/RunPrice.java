package dev.rechat.chat.runlog;

import dev.rechat.runlog.writing.Prices;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the nodes of a run cost together. Some versions of Dify tell the price of an iteration's nodes once more with it. */
final class RunPrice {

    private final Set<String> toldByNodes = new HashSet<>();
    private @Nullable BigDecimal sum;
    private String currency = "";

    void add(ExecutionDraft node, @Nullable JsonNode metadata) {
        BigDecimal price = Prices.of(metadata);
        if (price == null) {
            return;
        }
        within(node.iterationId);
        within(node.loopId);
        if (ExecutionIds.isContainer(node.nodeType) && toldByNodes.contains(node.nodeId)) {
            return;
        }
        sum = sum == null ? price : sum.add(price);
        String told = Prices.currencyOf(metadata);
        currency = told.isEmpty() ? currency : told;
    }

    private void within(@Nullable String container) {
        if (container != null) {
            toldByNodes.add(container);
        }
    }

    @Nullable
    BigDecimal sum() {
        return sum;
    }

    String currency() {
        return currency;
    }
}
