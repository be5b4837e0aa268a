package dev.rechat.benchmarks.relay;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report as a person reads it. */
final class MarkdownTable {

    private static final String NONE = "–";

    private record Column(String title, Function<Run, String> value) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("turns", run -> Integer.toString(run.turns())),
            new Column("way", Run::way),
            new Column("failed", run -> Integer.toString(run.failed())),
            new Column("bytes per byte", run -> precise(run.bytesPerByte())),
            new Column("delay p50 / p99, ms", run -> pair(run.delay())),
            new Column("added p50 / p99, ms", run -> pair(run.added())),
            new Column("first token p50 / p99, ms", run -> pair(run.firstToken())),
            new Column("CPU per event, µs", run -> number(run.relayCpu())),
            new Column("… all turns open", run -> number(run.relayCpuOpen())),
            new Column(
                    "resident, MiB",
                    run -> run.memory() == null ? NONE : number(run.memory().open() / 1024.0)),
            new Column(
                    "growth per turn, KiB",
                    run -> run.memory() == null ? NONE : number(run.memory().perTurn())),
            new Column(
                    "live heap per turn, KiB",
                    run -> run.memory() == null ? NONE : number(run.memory().liveHeapPerTurn())),
            new Column("writes / commits / selects / all statements per turn", run -> statements(run.database())),
            new Column(
                    "CPU of Dify / generator, µs", run -> number(run.difyCpu()) + " / " + number(run.generatorCpu())));

    private MarkdownTable() {}

    static String of(List<Run> runs) {
        String titles = COLUMNS.stream().map(Column::title).collect(Collectors.joining(" | ", "| ", " |\n"));
        String rule = COLUMNS.stream()
                .map(column -> column.title().equals("way") ? "---" : "---:")
                .collect(Collectors.joining(" | ", "| ", " |\n"));
        return titles + rule + runs.stream().map(MarkdownTable::row).collect(Collectors.joining());
    }

    private static String row(Run run) {
        return COLUMNS.stream()
                .map(column -> column.value().apply(run))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String pair(@Nullable Percentiles percentiles) {
        return percentiles == null ? NONE : number(percentiles.p50()) + " / " + number(percentiles.p99());
    }

    private static String statements(@Nullable Statements perTurn) {
        return perTurn == null
                ? NONE
                : String.join(
                        " / ",
                        number(perTurn.writes()),
                        number(perTurn.commits()),
                        number(perTurn.selects()),
                        number(perTurn.questions()));
    }

    private static String precise(@Nullable Double value) {
        return value == null ? NONE : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String number(@Nullable Double value) {
        return value == null ? NONE : String.format(Locale.ROOT, "%.1f", value);
    }
}
