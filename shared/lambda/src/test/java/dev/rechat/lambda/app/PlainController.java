package dev.rechat.lambda.app;

import dev.rechat.kernel.time.Deadline;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
class PlainController {

    @Get("/echo")
    Echo get(HttpRequest<?> request) {
        return echo(request, null);
    }

    @Post("/echo")
    @ExecuteOn(TaskExecutors.BLOCKING)
    Echo post(HttpRequest<?> request, @Body String body) {
        return echo(request, body);
    }

    private static Echo echo(HttpRequest<?> request, @Nullable String body) {
        return new Echo(
                request.getMethodName(),
                request.getUri().toString(),
                request.getHeaders().getAll("X-Tag"),
                request.getParameters().getAll("q"),
                body,
                String.valueOf(request.getHeaders().get("X-Request-Id")));
    }

    @Post("/notes")
    HttpResponse<Note> create(@Body Note note) {
        return HttpResponse.created(note).header("Location", "/notes/1");
    }

    @Get("/cookies")
    HttpResponse<String> cookies() {
        MutableHttpResponse<String> response = HttpResponse.ok("baked");
        return response.cookie(Cookie.of("refresh", "r1").httpOnly(true).path("/"))
                .cookie(Cookie.of("theme", "dark").path("/"))
                .header("X-Many", "a")
                .header("X-Many", "b")
                .header("X-One", "c");
    }

    @Post(
            value = "/binary",
            consumes = MediaType.APPLICATION_OCTET_STREAM,
            produces = MediaType.APPLICATION_OCTET_STREAM)
    byte[] binary(@Body byte[] body) {
        byte[] reversed = new byte[body.length];
        for (int i = 0; i < body.length; i++) {
            reversed[i] = body[body.length - 1 - i];
        }
        return reversed;
    }

    @Delete("/notes/1")
    @Status(HttpStatus.NO_CONTENT)
    void delete() {}

    @Get("/teapot")
    String teapot() {
        throw new HttpStatusException(HttpStatus.I_AM_A_TEAPOT, "short and stout");
    }

    @Get("/broken")
    String broken() {
        throw new IllegalStateException("secret-detail");
    }

    @Get("/exhausted")
    String exhausted() {
        throw new StackOverflowError("made up");
    }

    @Get("/address")
    String address(HttpRequest<?> request) {
        return request.getRemoteAddress().getAddress().getHostAddress();
    }

    @Get("/deadline")
    String deadline(HttpRequest<?> request) {
        Deadline deadline =
                request.getAttribute(Deadline.ATTRIBUTE, Deadline.class).orElseThrow();
        return Long.toString(deadline.at().toEpochMilli());
    }

    /** Never answers by itself. */
    @Get("/hang")
    String hang() throws InterruptedException {
        new CountDownLatch(1).await();
        return "never";
    }

    @Get("/large")
    String large(int bytes) {
        return "x".repeat(bytes);
    }

    @Get("/large-headers")
    HttpResponse<String> largeHeaders() {
        return HttpResponse.ok("fits").header("X-Large", "x".repeat(17 * 1024));
    }

    @Get("/me")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    String me() {
        return "somebody";
    }
}
