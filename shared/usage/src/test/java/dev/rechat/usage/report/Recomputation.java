package dev.rechat.usage.report;

import dev.rechat.persistence.usage.UsageDimension;
import dev.rechat.usage.ledger.FirstTokenScale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reports as anybody would make them from the rows of the ledger, without the sums and without a database. */
final class Recomputation {

    static final String LEDGER = "SELECT day, app_id, user_id, status, error_code, prompt_tokens, completion_tokens,"
            + " total_tokens, price, currency, first_token_ms FROM turn_usage";

    private Recomputation() {}

    /** What a report must tell of each group of these turns, by the group's values. */
    static Map<List<String>, String> of(List<List<String>> turns, Set<UsageDimension> by) {
        return turns.stream()
                .collect(Collectors.groupingBy(turn -> by.stream()
                        .map(dimension -> turn.get(dimension.ordinal()))
                        .toList()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, group -> told(group.getValue())));
    }

    /** The same of a report's row, in the same words. */
    static String told(UsageRow row) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("turns", row.turns());
        told.put("completed", row.completed());
        told.put("stopped", row.stopped());
        told.put("failed", row.failed());
        told.put("interrupted", row.interrupted());
        told.put("paused", row.paused());
        told.put("prompt", row.promptTokens());
        told.put("completion", row.completionTokens());
        told.put("total", row.totalTokens());
        told.put(
                "cost",
                row.cost().stream()
                        .map(each -> each.currency() + " " + each.amount())
                        .toList());
        Percentiles first = row.firstTokenMs();
        told.put("first", first == null ? List.of() : List.of(first.p50(), first.p95()));
        told.put(
                "failures",
                row.failures().stream()
                        .map(each -> each.code() + " " + each.turns())
                        .sorted()
                        .toList());
        return told.toString();
    }

    private static String told(List<List<String>> turns) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("turns", (long) turns.size());
        told.put("completed", count(turns, "COMPLETED"));
        told.put("stopped", count(turns, "STOPPED") + count(turns, "STOP_UNCONFIRMED"));
        told.put("failed", count(turns, "FAILED"));
        told.put("interrupted", count(turns, "INTERRUPTED"));
        told.put("paused", count(turns, "PAUSED"));
        told.put("prompt", sum(turns, 5));
        told.put("completion", sum(turns, 6));
        told.put("total", sum(turns, 7));
        Map<String, BigDecimal> cost = new TreeMap<>();
        Map<String, Long> failures = new TreeMap<>();
        List<Long> first = new ArrayList<>();
        for (List<String> turn : turns) {
            if (!turn.get(8).equals("null")) {
                cost.merge(turn.get(9), new BigDecimal(turn.get(8)), BigDecimal::add);
            }
            if (!turn.get(4).equals("null")) {
                failures.merge(turn.get(4), 1L, Long::sum);
            }
            if (!turn.get(10).equals("null")) {
                first.add(Long.valueOf(turn.get(10)));
            }
        }
        told.put(
                "cost",
                cost.entrySet().stream()
                        .filter(each -> each.getValue().signum() != 0)
                        .map(each -> each.getKey() + " "
                                + each.getValue().stripTrailingZeros().toPlainString())
                        .toList());
        told.put("first", first.isEmpty() ? List.of() : List.of(rank(first, 50), rank(first, 95)));
        told.put(
                "failures",
                failures.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .toList());
        return told.toString();
    }

    /** The time at the nearest rank, as the scale tells it. */
    private static long rank(List<Long> times, int percent) {
        long[] ordered = times.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(ordered);
        return FirstTokenScale.told(ordered[(int) Math.ceil(ordered.length * percent / 100.0) - 1]);
    }

    private static long count(List<List<String>> turns, String status) {
        return turns.stream().filter(turn -> turn.get(3).equals(status)).count();
    }

    private static long sum(List<List<String>> turns, int column) {
        return turns.stream()
                .map(turn -> turn.get(column))
                .filter(value -> !value.equals("null"))
                .mapToLong(Long::parseLong)
                .sum();
    }
}
