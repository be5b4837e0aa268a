package dev.rechat.local.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.dify.DifySimulator;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** All routes in one process, on a database of their own; one for all tests of this package. */
final class AccessHouse {

    static final String PASSWORD = "nine brown owls on a wire";

    private static final String MULTIPART = "multipart/form-data; boundary=edge";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final AccessHouse SHARED = new AccessHouse();

    final DifySimulator dify = DifySimulator.start();
    private final Schema schema = MigratedSchema.create();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger addresses = new AtomicInteger();
    private final EmbeddedServer server;
    private final Connection database;
    private @Nullable People people;

    private AccessHouse() {
        Map<String, Object> properties = new HashMap<>(MigratedSchema.properties(schema));
        properties.put("micronaut.server.port", -1);
        properties.put("rechat.jwt.keys", "test:not-a-secret-but-long-enough-for-HS256");
        properties.put("rechat.secrets.keys", "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        properties.put("rechat.dify.networks", "127.0.0.1");
        // every request may come from an address of its own, so that none is slowed by those before
        properties.put("rechat.http.trusted-proxies", 1);
        server = ApplicationContext.builder().properties(properties).run(EmbeddedServer.class);
        try {
            database = DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }

    static AccessHouse shared() {
        return SHARED;
    }

    /** One of each identity, for all tests; none of them is ever spoilt. */
    synchronized People people() {
        People made = people;
        if (made == null) {
            made = new People(this);
            people = made;
        }
        return made;
    }

    <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    /** @param token of an access token or API key; null to come without */
    HttpResponse<String> send(
            @Nullable String token, String method, String path, @Nullable String body, boolean multipart) {
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        int number = addresses.incrementAndGet();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.getURI() + path))
                .method(method, content)
                .timeout(PATIENCE)
                .header("X-Forwarded-For", "10.1.%d.%d".formatted(number >> 8, number & 255));
        if (body != null) {
            request.header("Content-Type", multipart ? MULTIPART : "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + path, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** As {@link #send}, where anything but success is a mistake of the test. */
    JsonNode must(@Nullable String token, String method, String path, String body, boolean multipart) {
        HttpResponse<String> answer = send(token, method, path, body, multipart);
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return json(answer.body());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.isEmpty() ? "{}" : text);
        } catch (JsonProcessingException none) {
            throw new IllegalStateException(text, none);
        }
    }

    synchronized void sql(String statement, Object... values) {
        try (PreparedStatement prepared = database.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i].toString());
            }
            prepared.executeUpdate();
        } catch (SQLException wrong) {
            throw new IllegalStateException(statement, wrong);
        }
    }

    /** All rows, each with all its columns. */
    synchronized List<String> rows(String query, Object... values) {
        try (PreparedStatement prepared = database.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i].toString());
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet found = prepared.executeQuery()) {
                while (found.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                        row.append(column == 1 ? "" : "\t").append(found.getString(column));
                    }
                    rows.add(row.toString());
                }
            }
            return rows;
        } catch (SQLException wrong) {
            throw new IllegalStateException(query, wrong);
        }
    }
}
