package dev.rechat.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The document that is built from the controllers names what the router really answers. */
final class OpenApiDocumentTest {

    private static final Pattern PATH = Pattern.compile("  (/\\S*):");
    private static final Pattern METHOD = Pattern.compile("    (get|put|post|patch|delete):");
    /** How the document is served, which the document is not about. */
    private static final String OWN_ROUTES = "/api/docs";

    /** Read where it is packaged from: the compilation of the tests writes one of its own, with their controllers. */
    private static String document() throws IOException {
        return Files.readString(Path.of("target", "classes", "META-INF", "swagger", "rechat-local.yml"));
    }

    private static Set<String> documented() throws IOException {
        Set<String> operations = new TreeSet<>();
        String path = "";
        for (String line : document().lines().toList()) {
            Matcher pathLine = PATH.matcher(line);
            Matcher methodLine = METHOD.matcher(line);
            if (pathLine.matches()) {
                path = pathLine.group(1);
            } else if (methodLine.matches()) {
                operations.add(methodLine.group(1).toUpperCase(Locale.ROOT) + " " + path);
            }
        }
        return operations;
    }

    private static Set<String> routed() {
        var configuration = Map.<String, Object>of(
                "datasources.default.url", "jdbc:mysql://127.0.0.1:1/rechat",
                "datasources.default.username", "nobody",
                "rechat.jwt.keys", "test:a-secret-for-tests-only-0123456789",
                "rechat.secrets.keys", "test:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        try (ApplicationContext context = ApplicationContext.run(configuration)) {
            return context.getBean(Router.class)
                    .uriRoutes()
                    .filter(route ->
                            route.getTargetMethod().getDeclaringType().getName().startsWith("dev.rechat."))
                    .map(OpenApiDocumentTest::operation)
                    .filter(operation -> !operation.startsWith("HEAD"))
                    .filter(operation -> !operation.contains(OWN_ROUTES) && !operation.endsWith("/api/openapi.yml"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String operation(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString();
    }

    @Test
    void namesEveryRouteAndNoOther() throws IOException {
        assertThat(documented()).isEqualTo(routed()).hasSizeGreaterThan(15);
    }

    @Test
    void namesEachOperationOnce() throws IOException {
        List<String> names = OperationIds.unique(document())
                .lines()
                .filter(line -> line.contains("operationId: "))
                .map(line -> line.replaceFirst(".*operationId: ", ""))
                .toList();

        assertThat(names)
                .hasSameSizeAs(documented())
                .doesNotHaveDuplicates()
                .contains("getConversationsIdMessages", "postChatStream")
                .allMatch(name -> name.matches("[a-z]+[A-Za-z0-9]+"));
    }

    @Test
    void changesNothingButTheNames() throws IOException {
        String ids = "(?m)^ +operationId: .*$";
        assertThat(OperationIds.unique(document()).replaceAll(ids, ""))
                .isEqualTo(document().replaceAll(ids, ""));
    }

    @Test
    void writesFieldsAsTheyAreOnTheWire() throws IOException {
        assertThat(document()).contains("access_token:", "display_name:").doesNotContain("accessToken", "displayName");
    }

    @Test
    void hasNoParameterThatOnlyTheServerKnows() throws IOException {
        assertThat(document()).doesNotContain("CurrentUser");
    }
}
