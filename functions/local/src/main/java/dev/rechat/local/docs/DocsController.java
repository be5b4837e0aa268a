package dev.rechat.local.docs;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Serves files of the class path only: the page works without any other server. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Dify ReChat",
                        version = "1",
                        description = "Accounts, durable chat and history for Dify apps. Errors are problem documents"
                                + " (RFC 9457) with a stable code.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        security = @SecurityRequirement(name = "Authorization"))
@SecurityScheme(
        name = "Authorization",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The access_token that registering, signing in and refreshing answer with,"
                + " or a personal API key (rk-…).")
@Hidden
@Controller("/api")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DocsController {

    private static final String SWAGGER_UI = "META-INF/resources/webjars/swagger-ui/5.17.14/";

    /** Name on the page to place on the class path; what is not here is not served. */
    private static final Map<String, String> FILES = Map.of(
            "swagger-ui.css", SWAGGER_UI + "swagger-ui.css",
            "swagger-ui-bundle.js", SWAGGER_UI + "swagger-ui-bundle.js",
            "start.js", "docs/start.js");

    /** Swagger UI sets styles in the page and shows images from data: URLs; scripts come from this server only. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private final ResourceResolver resources;

    DocsController(ResourceResolver resources) {
        this.resources = resources;
    }

    @Get(uri = "/openapi.yml", produces = "application/yaml")
    HttpResponse<byte[]> document() {
        String joined = new String(read("META-INF/swagger/rechat-local.yml"), StandardCharsets.UTF_8);
        return HttpResponse.ok(OperationIds.unique(joined).getBytes(StandardCharsets.UTF_8));
    }

    @Get(uri = "/docs", produces = MediaType.TEXT_HTML)
    HttpResponse<byte[]> page() {
        return HttpResponse.ok(read("docs/index.html")).header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    }

    @Get("/docs/{name}")
    HttpResponse<byte[]> file(String name) {
        String path = FILES.get(name);
        if (path == null) {
            return HttpResponse.notFound();
        }
        return HttpResponse.ok(read(path))
                .contentType(MediaType.forFilename(name))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    private byte[] read(String path) {
        try (InputStream content = resources
                .getResourceAsStream("classpath:" + path)
                .orElseThrow(() -> new IllegalStateException("not packaged: " + path))) {
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
