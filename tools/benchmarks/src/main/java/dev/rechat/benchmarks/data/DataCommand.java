package dev.rechat.benchmarks.data;

import dev.rechat.maintenance.Migrations;
import dev.rechat.testing.database.Schema;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./rechat bench data}. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = {
            "Fills a database with a house of made-up people, the same for the same seed: few who talk much and",
            "many who talk little, in Chinese, English and both. In the embedded MariaDB it makes two: the whole",
            "house and one with a sample of its people, for ./rechat bench history. Everybody's password is",
            "\"" + HouseLoader.PASSWORD + "\"; person-1@example.org is who talks most."
        })
public final class DataCommand implements Callable<Integer> {

    @Option(names = "--users", defaultValue = "1000", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}")
    private int users;

    @Option(
            names = "--conversations",
            defaultValue = "200000",
            paramLabel = "N",
            description = "Default: ${DEFAULT-VALUE}")
    private int conversations;

    @Option(
            names = "--messages",
            defaultValue = "5000000",
            paramLabel = "N",
            description = "Questions and answers. Default: ${DEFAULT-VALUE}")
    private int messages;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--sample",
            defaultValue = "1",
            paramLabel = "PERCENT",
            description = "How many of its people the small house has. Default: ${DEFAULT-VALUE}")
    private double sample;

    @Option(
            names = "--only-sample",
            description = "With --database: load the sample of people and not the whole house.")
    private boolean onlySample;

    @Option(
            names = "--buffer-pool",
            defaultValue = "3G",
            paramLabel = "SIZE",
            description = "Of the embedded MariaDB while it is filled. Default: ${DEFAULT-VALUE}")
    private String bufferPool = "";

    @Option(names = "--replace", description = "Drop what the embedded MariaDB holds in DIR.")
    private boolean replace;

    @Mixin
    private HousePlace place = new HousePlace();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        House house = House.of(seed, new HouseSize(users, conversations, messages / 2 * 2));
        @Nullable Schema given = place.database();
        if (given != null) {
            fill(given, house, onlySample ? sample : 100);
            return 0;
        }
        Path directory = place.directory();
        try (HouseServer server = HouseServer.start(directory, bufferPool, this::tell)) {
            if (replace || !filled(server.large())) {
                server.makeEmpty();
            } else {
                tell("There is a house in " + directory + " already; --replace drops it.");
                return 1;
            }
            fill(server.small(), house, sample);
            fill(server.large(), house, 100);
        }
        tell("Kept in " + directory + ". Measure it with ./rechat bench history.");
        return 0;
    }

    private void fill(Schema schema, House house, double percent) throws SQLException {
        Migrations.migrate(schema.jdbcUrl(), schema.username(), schema.password());
        List<Resident> people = percent < 100 ? house.sample(percent) : house.residents();
        Duration took = new HouseLoader(house, people, this::tell).load(schema);
        new HouseRecord(seed, house.size(), percent).writeTo(schema);
        tell("Loaded in %d s, %d messages per second."
                .formatted(took.toSeconds(), House.messages(people) * 1_000 / Math.max(1, took.toMillis())));
    }

    private static boolean filled(Schema schema) {
        try {
            HouseRecord.of(schema);
            return true;
        } catch (SQLException notFilled) {
            return false;
        }
    }

    private void tell(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
