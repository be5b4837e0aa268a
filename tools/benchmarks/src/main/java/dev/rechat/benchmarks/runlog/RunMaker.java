package dev.rechat.benchmarks.runlog;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.node.NodeTriggeredFrom;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.runlog.run.CreatorRole;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.RunType;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.runlog.run.WorkflowRun;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Makes one run of a dweller out of its number alone. A run that failed tried its failing node again and again, so that every run
 * of a graph has as many executions as the graph has nodes.
 */
final class RunMaker {

    private static final long STEP = 0xD1342543DE82EF95L;

    private static final int PEOPLE = 500;
    private static final BigDecimal PRICE = new BigDecimal("0.0000021");

    private final SplittableRandom random;
    private final Dweller dweller;
    private final Graph graph;
    private final Instant begin;
    private final Talk talk;
    private final String id;
    private final String person;
    private final RunStatus status;
    private final List<NodeExecution> nodes = new ArrayList<>();
    private Instant now;

    private RunMaker(Dweller dweller, int number, Instant begin) {
        // split from one another: neighbours' seeds a golden number apart would draw the same, shifted by one
        this.random = new SplittableRandom(new SplittableRandom(
                        dweller.house().seed() * 31 + dweller.name().hashCode() + number * STEP)
                .nextLong());
        this.dweller = dweller;
        this.graph = Graph.ALL.get(number % Graph.ALL.size());
        this.begin = begin;
        this.now = begin;
        this.talk = Talk.of(random);
        this.id = uuid();
        // few ask much and many a little
        this.person =
                new UUID(dweller.name().hashCode(), (long) (Math.pow(random.nextDouble(), 3) * PEOPLE)).toString();
        this.status = status();
    }

    /** @param begin the same for the same number, wherever the run is to stand in a house */
    static Recorded make(Dweller dweller, int number, Instant begin) {
        return new RunMaker(dweller, number, begin).make();
    }

    private RunStatus status() {
        int of = random.nextInt(1_000);
        if (of < 40) {
            return RunStatus.FAILED;
        }
        if (of < 55) {
            return RunStatus.STOPPED;
        }
        return of < 70 ? RunStatus.PARTIAL_SUCCEEDED : RunStatus.SUCCEEDED;
    }

    private Recorded make() {
        AppId app = graph.app(dweller);
        int size = graph.nodes().size();
        int failing = status == RunStatus.FAILED ? random.nextInt(1, size) : size;
        for (int at = 0; at < size; at++) {
            boolean last = at == size - 1;
            NodeStatus ended = at < failing ? NodeStatus.SUCCEEDED : last ? NodeStatus.FAILED : NodeStatus.RETRY;
            nodes.add(node(app, at, graph.nodes().get(Math.min(at, failing)), ended));
        }
        long tokens = random.nextInt(200, 4_000);
        AppLog log = new AppLog(
                ordered(uuid()),
                dweller.tenant(),
                app,
                graph.workflow(dweller),
                id,
                random.nextInt(5) == 0 ? AppLogSource.SERVICE_API : AppLogSource.WEB_APP,
                CreatorRole.ACCOUNT,
                person,
                begin);
        return new Recorded(run(app, tokens), nodes, log);
    }

    private NodeExecution node(AppId app, int at, Graph.Node node, NodeStatus ended) {
        Duration took = Duration.ofMillis(random.nextInt(1, node.kind().slowest() + 1));
        Instant began = now;
        now = now.plus(took);
        boolean failed = ended != NodeStatus.SUCCEEDED;
        boolean model = node.kind() == NodeKind.LLM;
        return new NodeExecution(
                uuid(),
                dweller.tenant(),
                app,
                graph.workflow(dweller),
                NodeTriggeredFrom.WORKFLOW_RUN,
                id,
                at + 1,
                at == 0 ? null : nodes.getLast().nodeId(),
                null,
                node.id(),
                node.kind().wire(),
                node.title(),
                talk.inputs(node.kind()),
                model ? talk.prompts() : null,
                failed ? null : talk.outputs(node.kind()),
                NodeExecution.Truncated.NONE,
                ended,
                failed ? "[" + node.kind().wire() + "] did not answer in time" : null,
                took,
                model ? "{\"total_tokens\":420,\"total_price\":\"0.00088\",\"currency\":\"USD\"}" : null,
                null,
                null,
                CreatorRole.ACCOUNT,
                person,
                began,
                now);
    }

    private WorkflowRun run(AppId app, long tokens) {
        boolean failed = status == RunStatus.FAILED;
        return new WorkflowRun(
                id,
                dweller.tenant(),
                app,
                graph.workflow(dweller),
                RunType.CHAT,
                TriggeredFrom.APP_RUN,
                "",
                talk.asked(),
                false,
                failed ? "{}" : talk.answered(),
                false,
                status,
                Evidence.TOLD,
                failed ? nodes.getLast().error() : null,
                Duration.between(begin, now),
                tokens,
                nodes.size(),
                status == RunStatus.PARTIAL_SUCCEEDED ? 1 : 0,
                PRICE.multiply(BigDecimal.valueOf(tokens)),
                "USD",
                CreatorRole.ACCOUNT,
                person,
                begin,
                now,
                uuid(),
                uuid());
    }

    /** As ReChat makes its own: in the order of time. */
    private String ordered(String id) {
        String time = "%012x".formatted(begin.toEpochMilli());
        return time.substring(0, 8) + "-" + time.substring(8) + "-7" + id.substring(15);
    }

    /** As Dify makes them: without any order. */
    private String uuid() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
