package dev.rechat.benchmarks.relay;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What relaying may cost at 500 turns, and whether it does. */
final class Goals {

    static final int TURNS = 500;
    static final double NGINX_TIMES = 2;
    static final double ADDED_P50 = 3;
    static final double ADDED_P99 = 50;
    static final double KIB_PER_TURN = 64;
    static final double OPENAI_BYTES = 1.5;

    private Goals() {}

    /** One line per goal; empty when 500 turns were not run. */
    static List<String> judge(List<Run> runs) {
        List<String> lines = new ArrayList<>();
        Run ours = find(runs, "rechat");
        Run nginx = find(runs, "nginx");
        if (ours == null) {
            return lines;
        }
        if (nginx != null && nginx.relayCpu() != null && ours.relayCpu() != null) {
            double times = ours.relayCpu() / nginx.relayCpu();
            lines.add(line("CPU per event, against nginx's", times, NGINX_TIMES, "times"));
        }
        if (ours.added() != null) {
            lines.add(line("added delay p50", ours.added().p50(), ADDED_P50, "ms"));
            lines.add(line("added delay p99", ours.added().p99(), ADDED_P99, "ms"));
        }
        if (ours.memory() != null) {
            lines.add(line("resident memory per open turn", ours.memory().perTurn(), KIB_PER_TURN, "KiB"));
            // a heap that the warm-up has made large hides what a turn holds, so both count
            if (ours.memory().liveHeapPerTurn() != null) {
                lines.add(line("live heap per open turn", ours.memory().liveHeapPerTurn(), KIB_PER_TURN, "KiB"));
            }
        }
        Run openAi = find(runs, RelayBenchmark.OPENAI);
        if (openAi != null && openAi.bytesPerByte() != null) {
            lines.add(line("bytes of the OpenAI API per byte of Dify's", openAi.bytesPerByte(), OPENAI_BYTES, "times"));
        }
        return lines;
    }

    private static @Nullable Run find(List<Run> runs, String way) {
        return runs.stream()
                .filter(run -> run.turns() == TURNS && run.way().equals(way))
                .findFirst()
                .orElse(null);
    }

    private static String line(String what, double value, double limit, String unit) {
        String verdict =
                value <= limit ? "kept" : String.format(Locale.ROOT, "**missed** by %.1f %s", value - limit, unit);
        return String.format(
                Locale.ROOT,
                "%s: %.1f %s, goal at most %s: %s",
                what,
                value,
                unit,
                NumberFormat.getInstance(Locale.ROOT).format(limit),
                verdict);
    }
}
