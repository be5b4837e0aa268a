package dev.rechat.benchmarks.runlog;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.mysql.RunLogPartitions;
import dev.rechat.runlog.mysql.RunRollUp;
import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.StoreName;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import dev.rechat.testing.database.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Everything that is measured of stores. What asks comes before what takes rows away. */
final class RunLogBenchmark {

    /** Runs that the store writes by itself when the others have been loaded. */
    private static final int LAST = 10_000;

    /** Runs after which it is told how it goes. */
    private static final int TOGETHER = 20_000;

    private static final int EVERY_DAY = 10_000;

    private final Stores stores;
    private final Sheet sheet;
    private final Asking asking;
    private final Consumer<String> tell;

    RunLogBenchmark(Stores stores, Sheet sheet, Asking asking, Consumer<String> tell) {
        this.stores = stores;
        this.sheet = sheet;
        this.asking = asking;
        this.tell = tell;
    }

    /**
     * Fills an empty store.
     *
     * @param loaded whether most of it is loaded past the store, and the second tenant, too; where it is not, that comes by a move
     * @return the figures of it, by title
     */
    Map<String, String> fill(RunLogStore store, RunHouse house, int writers, boolean loaded)
            throws InterruptedException, ExecutionException, SQLException {
        if (store.transfer().count(RecordType.WORKFLOW_RUNS, house.owner().tenant(), TimeRange.ALL) > 0) {
            throw new IllegalStateException("there are runs already: a house wants an empty store");
        }
        // the months are made from the oldest record on
        Recorded first = house.owner().run(0);
        store.transfer().write(first.before(), Visibility.SOON);
        store.transfer().write(first.end(), Visibility.SOON);
        stores.bean(RunLogPartitions.class).prepare();
        int from = loaded ? load(house) : 0;
        try (Filling filling = new Filling(store, writers, tell)) {
            for (int at = from; at < house.runs(); at += TOGETHER) {
                filling.fill(house.owner(), at, Math.min(house.runs(), at + TOGETHER));
            }
            Map<String, String> figures = new LinkedHashMap<>();
            String title = "writing %s, 1,000 a batch, one writer's records/s".formatted("%s");
            figures.put(title.formatted("node executions"), rate(filling.nodes().perSecond()));
            figures.put(title.formatted("runs"), rate(filling.runs().perSecond()));
            figures.put(title.formatted("app logs"), rate(filling.logs().perSecond()));
            figures.put(
                    "writing all kinds, %d writers, records/s".formatted(writers),
                    rate(Sheet.perSecond(filling.records(), filling.tookNanos())));
            return figures;
        }
    }

    /** @return the first run that is left to be written by the store, so that its rate is that of a full one */
    private int load(RunHouse house) throws SQLException {
        int to = house.runs() - Math.min(LAST, house.runs() / 5);
        try (Loading loading = new Loading(stores.schema(), tell)) {
            tell.accept("  by " + loading.way());
            // the first one is there
            loading.load(house.owner(), 1, to);
            loading.load(house.lodger(), 0, house.lodger().runs());
        }
        return to;
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f", perSecond);
    }

    /** What needs nothing of the other store. */
    void ask(RunLogStore store, RunHouse house, Dweller fresh) throws SQLException {
        asking.ask(
                "writing what ended with a run, at once readable",
                store.name(),
                round -> LiveWriter.write(store, fresh, round));
        Questions questions = new Questions(house, store, asking);
        questions.pages();
        questions.searches();
        if (store.name() == StoreName.MYSQL) {
            forgetRollUp(stores.schema());
            questions.statistics("without the roll-up");
            questions.nodes("without the roll-up");
            rollUp(house);
        }
        questions.statistics("statistics");
        questions.nodes("statistics");
    }

    /** As if maintenance had never been there. */
    private static void forgetRollUp(Schema schema) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM workflow_run_rolled_days WHERE NOT closed");
        }
    }

    private void rollUp(RunHouse house) {
        long begin = System.nanoTime();
        int days = stores.bean(RunRollUp.class).roll(house.owner().tenant(), EVERY_DAY);
        sheet.put(
                "rolling up: days, seconds",
                StoreName.MYSQL,
                String.format(Locale.ROOT, "%d in %.1f", days, (System.nanoTime() - begin) / 1e9));
    }

    void move(Dweller fresh, int perSecond) {
        new Moving(stores, fresh, sheet).measure(perSecond);
    }

    /** @return what became of the goals */
    List<String> letGo(RunHouse house, List<RunLogStore> from) {
        LettingGo letting = new LettingGo(house, stores.bean(PayloadStore.class), sheet);
        from.forEach(letting::of);
        return letting.goals();
    }
}
