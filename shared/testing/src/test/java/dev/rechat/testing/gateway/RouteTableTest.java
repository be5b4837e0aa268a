package dev.rechat.testing.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteTableTest {

    // JUnit sets it before each test, which the checker cannot see.
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path functions;

    private RouteTable table() throws IOException {
        document("one", """
                openapi: 3.0.1
                paths:
                  /api/things:
                    get: {}
                    post: {}
                  /api/things/{id}:
                    get: {}
                """);
        document("two", """
                openapi: 3.0.1
                paths:
                  /api/things/export:
                    get: {}
                  /api/things/{id}/parts/{part}:
                    delete: {}
                """);
        return RouteTable.ofFunctions(functions, List.of("one", "two"));
    }

    private void document(String function, String yaml) throws IOException {
        Path directory = functions.resolve(function).resolve("target/classes/META-INF/swagger");
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("api.yml"), yaml);
    }

    @Test
    void findsTheFunctionByMethodAndPath() throws IOException {
        RouteTable table = table();

        assertThat(table.find("POST", "/api/things").orElseThrow().route().function())
                .isEqualTo("one");
        assertThat(table.find("DELETE", "/api/things/7/parts/a%2Fb").orElseThrow())
                .isEqualTo(new RouteTable.Match(
                        new Route("DELETE", "/api/things/{id}/parts/{part}", "two"),
                        Map.of("id", "7", "part", "a%2Fb")));
        assertThat(table.find("GET", "/health").orElseThrow().route().function())
                .isEqualTo("one");
    }

    @Test
    void prefersALiteralToAParameterWhoeverOwnsIt() throws IOException {
        assertThat(table().find("GET", "/api/things/export")
                        .orElseThrow()
                        .route()
                        .function())
                .isEqualTo("two");
        assertThat(table().find("GET", "/api/things/7").orElseThrow().route().function())
                .isEqualTo("one");
    }

    @Test
    void knowsNothingElse() throws IOException {
        RouteTable table = table();

        assertThat(table.find("PUT", "/api/things")).isEmpty();
        assertThat(table.find("GET", "/api/things/")).isEmpty();
        assertThat(table.find("GET", "/api/things/7/8")).isEmpty();
        assertThat(table.find("GET", "/")).isEmpty();
    }

    @Test
    void givesEverythingToOneFunctionWhenThereIsOnlyOne() {
        assertThat(RouteTable.everythingTo("one")
                        .find("PATCH", "/what/ever")
                        .orElseThrow()
                        .parameters())
                .isEqualTo(Map.of("proxy", "what/ever"));
    }
}
