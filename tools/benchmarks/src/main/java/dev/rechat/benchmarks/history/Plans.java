package dev.rechat.benchmarks.history;

import dev.rechat.testing.database.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** The statements behind each operation, taken from the product while it answers, and their plans. */
final class Plans {

    private final HistoryProduct product;
    private final Path statements;
    private final Visitor visitor;
    private final String app;

    /** @param statements where the product's {@link StatementCapture} writes */
    Plans(HistoryProduct product, Path statements, Visitor visitor, String app) {
        this.product = product;
        this.statements = statements;
        this.visitor = visitor;
        this.app = app;
    }

    /** By operation, without those that every request brings and those of an operation before. */
    Map<Operation, List<Plan>> of(Map<String, Schema> servers) throws Exception {
        Map<Operation, Map<String, String>> captured = new LinkedHashMap<>();
        for (Operation operation : Operation.values()) {
            captured.put(operation, statements(operation));
        }
        captured.values().removeIf(Map::isEmpty);
        List<String> everywhere = captured.values().stream()
                .map(Map::keySet)
                .reduce((one, other) -> one.stream().filter(other::contains).collect(Collectors.toSet()))
                .map(List::copyOf)
                .orElse(List.of());
        Map<Operation, List<Plan>> plans = new LinkedHashMap<>();
        List<String> told = new ArrayList<>(everywhere);
        for (Map.Entry<Operation, Map<String, String>> entry : captured.entrySet()) {
            List<Plan> own = new ArrayList<>();
            for (Map.Entry<String, String> statement : entry.getValue().entrySet()) {
                if (!told.contains(statement.getKey())) {
                    told.add(statement.getKey());
                    own.add(plan(statement.getKey(), statement.getValue(), servers));
                }
            }
            plans.put(entry.getKey(), own);
        }
        return plans;
    }

    /** With values, by how they read without. */
    private Map<String, String> statements(Operation operation) throws IOException, InterruptedException {
        String token = product.token(visitor.person());
        long before = Files.exists(statements) ? Files.readAllLines(statements).size() : 0;
        try {
            for (String request : operation.requests(visitor, app, new SplittableRandom(1))) {
                product.get(request, token);
            }
        } catch (HistoryProduct.RefusedException missing) {
            return Map.of();
        }
        return Files.readAllLines(statements).stream()
                .skip(before)
                .filter(SqlText::isRead)
                .collect(Collectors.toMap(SqlText::readable, sql -> sql, (one, again) -> one, LinkedHashMap::new));
    }

    private static Plan plan(String readable, String sql, Map<String, Schema> servers) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Schema> server : servers.entrySet()) {
            Schema schema = server.getValue();
            try (Connection connection =
                    DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password())) {
                lines.add(server.getKey() + ": "
                        + PlanStep.explain(connection, sql).stream()
                                .map(PlanStep::toString)
                                .collect(Collectors.joining(" → ")));
            }
        }
        return new Plan(readable, lines);
    }
}
