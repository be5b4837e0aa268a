package dev.rechat.maintenance.lambda;

import dev.rechat.maintenance.runlog.command.Days;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.store.StoreName;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an event wants done to run logs: the commands of {@code ./rechat runlog}, their options as members. */
sealed interface RunLogWish {

    String MEMBER = "runlog";

    /**
     * Reads {@code {"runlog": {"command": "status"}}} and its like; empty when the event is about something else.
     *
     * @throws IllegalArgumentException when it says what is not understood; the message is for whoever sent it
     */
    static Optional<RunLogWish> of(JsonNode event) {
        JsonNode wish = event.isObject() ? event.get(MEMBER) : null;
        if (wish == null) {
            return Optional.empty();
        }
        if (event.size() != 1 || !wish.isObject()) {
            throw new IllegalArgumentException("the event may have runlog, an object, and nothing beside it");
        }
        Members members = new Members(wish);
        String command = members.text("command");
        RunLogWish read = switch (command == null ? "" : command) {
            case "status" -> new Status();
            case "migrate" -> migrate(members);
            case "validate" -> validate(members);
            case "cleanup" -> cleanup(members);
            case "import" -> load(members);
            default ->
                throw new IllegalArgumentException("command must be status, migrate, validate, cleanup or import");
        };
        members.nothingElse();
        return Optional.of(read);
    }

    private static Migrate migrate(Members members) {
        return new Migrate(
                store(members, "from", null),
                store(members, "to", null),
                tenant(members),
                Days.range(members.day("from_date"), members.day("to_date")),
                types(members),
                members.number("batch_size", 1_000),
                members.flag("restart"),
                members.flag("dry_run"));
    }

    private static Validate validate(Members members) {
        boolean full = members.flag("full");
        int sample = members.number("sample", full ? 0 : 1_000);
        if (full == sample > 0) {
            throw new IllegalArgumentException("either full or a sample of 1 to 10,000");
        }
        return new Validate(
                store(members, "left", "mysql"),
                store(members, "right", "elasticsearch"),
                tenant(members),
                Days.range(members.day("from_date"), members.day("to_date")),
                types(members),
                sample);
    }

    private static Cleanup cleanup(Members members) {
        LocalDate before = members.day("before");
        int days = members.number("older_than", 0);
        if ((before == null) == (days < 1)) {
            throw new IllegalArgumentException("either before, a day, or older_than, 1 or more days");
        }
        String store = members.text("store");
        return new Cleanup(
                before == null ? null : Days.start(before),
                days,
                store == null ? null : storeOf("store", store),
                members.flag("archive"),
                members.flag("dry_run"));
    }

    private static Import load(Members members) {
        String app = members.text("app");
        if (app == null) {
            throw new IllegalArgumentException("app must say which one");
        }
        return new Import(
                app,
                Days.range(members.day("since"), members.day("until")),
                members.number("per_second", 5),
                members.flag("restart"));
    }

    private static StoreName store(Members members, String name, @Nullable String otherwise) {
        String given = members.text(name);
        return storeOf(name, given == null ? otherwise : given);
    }

    private static StoreName storeOf(String member, @Nullable String name) {
        try {
            return StoreName.of(name == null ? "" : name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(member + " must be mysql or elasticsearch", unknown);
        }
    }

    private static @Nullable Tenant tenant(Members members) {
        String given = members.text("tenant");
        return given == null ? null : new Tenant(given);
    }

    private static List<RecordType> types(Members members) {
        List<String> given = members.texts("type");
        if (given.isEmpty() || given.contains("all")) {
            return List.of(RecordType.values());
        }
        try {
            return given.stream().map(RecordType::of).sorted().distinct().toList();
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("type must be all or kinds of records", unknown);
        }
    }

    record Status() implements RunLogWish {}

    /** @param tenant null for this installation */
    record Migrate(
            StoreName from,
            StoreName to,
            @Nullable Tenant tenant,
            TimeRange range,
            List<RecordType> types,
            int batchSize,
            boolean restart,
            boolean dryRun)
            implements RunLogWish {
        public Migrate {
            types = List.copyOf(types);
        }
    }

    /** @param sample 0 for all */
    record Validate(
            StoreName left,
            StoreName right,
            @Nullable Tenant tenant,
            TimeRange range,
            List<RecordType> types,
            int sample)
            implements RunLogWish {
        public Validate {
            types = List.copyOf(types);
        }
    }

    /** @param before null where {@code olderThanDays} says it; @param store null for the chosen one */
    record Cleanup(
            @Nullable Instant before,
            int olderThanDays,
            @Nullable StoreName store,
            boolean archive,
            boolean dryRun) implements RunLogWish {}

    record Import(String app, TimeRange range, int perSecond, boolean restart) implements RunLogWish {}
}
