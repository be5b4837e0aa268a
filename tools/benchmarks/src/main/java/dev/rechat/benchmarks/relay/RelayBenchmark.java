package dev.rechat.benchmarks.relay;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.benchmarks.load.Load;
import dev.rechat.benchmarks.load.LoadGenerator;
import dev.rechat.benchmarks.load.Target;
import dev.rechat.benchmarks.paced.Pace;
import dev.rechat.benchmarks.process.LiveHeap;
import dev.rechat.benchmarks.process.Usage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Level by level, and within a level one way after the other, so that a disturbance hits neighbours alike. */
final class RelayBenchmark {

    private static final String DIRECT = "direct";
    private static final String NGINX = "nginx";
    private static final String RECHAT = "rechat";
    static final String OPENAI = "openai";
    private static final String DIFY_END = "\"message_end\"";
    private static final String OUR_END = "event: done";
    private static final String OPENAI_END = "data: [DONE]";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(1500);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Few turns with many events, for the relaying; many turns with few, for what happens once a turn. */
    private static final Pace LONG_WARM_UP = new Pace(300, Duration.ofMillis(10));

    private static final int LONG_TURNS = 100;
    private static final Pace SHORT_WARM_UP = new Pace(5, Duration.ofMillis(20));
    private static final int SHORT_TURNS = 400;

    private final Stage stage;
    private final List<String> chosen;
    private final Pace pace;
    private final Duration ramp;
    private final Consumer<String> progress;
    private long idleKib;
    private long nginxIdleKib;

    RelayBenchmark(Stage stage, List<String> chosen, Pace pace, Duration ramp, Consumer<String> progress) {
        this.stage = stage;
        this.chosen = chosen;
        this.pace = pace;
        this.ramp = ramp;
        this.progress = progress;
    }

    /** Until the JVMs have compiled what is to be measured. */
    void warmUp(int rounds) throws Exception {
        progress.accept("Warming up…");
        for (int round = 0; round < rounds; round++) {
            if (stage.paced()) {
                warmUp(LONG_WARM_UP, LONG_TURNS);
                warmUp(SHORT_WARM_UP, SHORT_TURNS);
            } else {
                warmUp(pace, 1);
            }
        }
        Thread.sleep(PAUSE);
        idleKib = Usage.of(List.of(stage.product().pid())).residentKib();
        Nginx nginx = stage.nginx();
        nginxIdleKib = nginx == null ? 0 : Usage.of(nginx.pids()).residentKib();
    }

    private void warmUp(Pace quick, int turns) throws Exception {
        for (Way way : ways(quick)) {
            finish(start(way, turns, quick), quick);
        }
    }

    List<Run> run(List<Integer> levels, boolean heap) throws Exception {
        List<Run> runs = new ArrayList<>();
        for (int turns : levels) {
            Run direct = null;
            for (Way way : ways(pace)) {
                Thread.sleep(PAUSE);
                progress.accept("%d turns: %s".formatted(turns, way.target().name()));
                Run run = way.pids().contains(stage.product().pid()) ? ours(way, turns, heap) : measure(way, turns);
                runs.add(direct == null ? run : run.above(direct));
                direct = run.way().equals(DIRECT) ? run : direct;
            }
        }
        return List.copyOf(runs);
    }

    private Run ours(Way way, int turns, boolean heap) throws Exception {
        Statements before = stage.database().statements();
        Run run = measure(way, turns);
        Thread.sleep(PAUSE); // what is stored after the end belongs to the turn
        // reading the counters is a statement, and connecting a few: not the turns'
        Statements perTurn = stage.database().statements().since(before).per(turns);
        return run.with(perTurn, heap ? liveHeapPerTurn(way, turns) : null);
    }

    private Run measure(Way way, int turns) throws Exception {
        Usage generator = Usage.ofThis();
        Usage dify = Usage.of(stage.difyPids());
        Usage relay = Usage.of(way.pids());
        Load load = start(way, turns, pace);
        Sampler sampler = new Sampler(way.pids(), load);
        try (sampler) {
            finish(load, pace);
        }
        boolean relayed = !way.pids().isEmpty();
        long idle = way.target().name().equals(NGINX) ? nginxIdleKib : idleKib;
        return new Run(
                way.target().name(),
                turns,
                load.failed(),
                load.firstFailure(),
                load.events(),
                load.bytes(),
                null,
                Percentiles.of(load.delays()),
                null,
                Percentiles.of(load.firstTokens()),
                relayed ? perEvent(relay, Usage.of(way.pids()), load) : null,
                relayed ? sampler.cpuPerEventWhileOpen() : null,
                perEvent(generator, Usage.ofThis(), load),
                stage.paced() ? perEvent(dify, Usage.of(stage.difyPids()), load) : null,
                relayed ? Memory.of(idle, sampler.mostResident(), turns) : null,
                null);
    }

    private static double perEvent(Usage before, Usage after, Load load) {
        return after.cpu().minus(before.cpu()).toNanos() / 1000.0 / Math.max(1, load.events());
    }

    /** In a run of its own, since a full collection holds everything up. */
    private @Nullable Double liveHeapPerTurn(Way way, int turns) throws Exception {
        long before = LiveHeap.bytes(stage.product().pid());
        Load load = start(way, turns, pace);
        Thread.sleep(ramp.plus(pace.length().dividedBy(3)));
        boolean open = load.allOpen();
        long during = LiveHeap.bytes(stage.product().pid());
        open = open && load.allOpen();
        finish(load, pace);
        return open ? (during - before) / 1024.0 / turns : null;
    }

    private Load start(Way way, int turns, Pace asked) throws Exception {
        return stage.generator().start(way.target(), turns, ramp, stage.paced() ? asked.events() : 0);
    }

    private void finish(Load load, Pace asked) throws Exception {
        LoadGenerator.await(load, ramp.plus(asked.length()).plus(PATIENCE));
        if (load.failed() > 0) {
            progress.accept("  %d failed, the first with: %s".formatted(load.failed(), load.firstFailure()));
        }
    }

    private List<Way> ways(Pace asked) throws Exception {
        List<Way> ways = new ArrayList<>();
        ways.add(new Way(dify(DIRECT, stage.dify().url(), asked), List.of()));
        Nginx nginx = stage.nginx();
        if (nginx != null) {
            ways.add(new Way(dify(NGINX, nginx.uri(), asked), nginx.pids()));
        }
        Target ours = new Target(
                RECHAT,
                stage.product().streamUri(),
                Map.of("Authorization", "Bearer " + stage.product().token()),
                stage.product().question(asked.question()),
                OUR_END);
        ways.add(new Way(ours, List.of(stage.product().pid())));
        if (chosen.contains(OPENAI)) {
            Target openAi = new Target(
                    OPENAI,
                    stage.product().completionsUri(),
                    Map.of("Authorization", "Bearer " + stage.product().key()),
                    stage.product().completion(asked.question()),
                    OPENAI_END);
            ways.add(new Way(openAi, List.of(stage.product().pid())));
        }
        ways.removeIf(way -> !chosen.contains(way.target().name()));
        return ways;
    }

    private Target dify(String name, URI base, Pace asked) throws Exception {
        String body = JSON.writeValueAsString(
                Map.of("inputs", Map.of(), "query", asked.question(), "response_mode", "streaming", "user", "bench"));
        return new Target(
                name,
                URI.create(base + "/chat-messages"),
                Map.of("Authorization", "Bearer " + stage.dify().key()),
                body,
                DIFY_END);
    }
}
