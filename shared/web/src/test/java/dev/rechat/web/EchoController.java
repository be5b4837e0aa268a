package dev.rechat.web;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.request.StrictRequest;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** A controller as functions have them, with one route for each thing that can go wrong. */
@Controller("/api/v1/echo")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
public class EchoController {

    @StrictRequest
    record Message(
            @NotBlank @Size(max = 5) String text,
            @Nullable AppId appId,
            @Nullable Integer maxTokens,
            @Valid @Nullable List<Part> contentParts,
            @Nullable Map<String, Object> inputs) {}

    @StrictRequest
    record Part(@NotBlank String partName) {}

    @Serdeable
    record Times(Instant whole) {}

    @Post
    Message echo(@Valid @Body Message message) {
        return message;
    }

    @Get("/conversations/{id}")
    String conversation(ConversationId id) {
        return id.toString();
    }

    @Get("/filtered")
    String filtered(@QueryValue AppId appId) {
        return appId.toString();
    }

    @Get("/list")
    Page<String> list(@QueryValue @Nullable Integer limit, @QueryValue @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return new Page<>(page.start().map(start -> start.parts()).orElse(List.of()), null);
    }

    @Get("/time")
    Times time() {
        return new Times(Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Get("/mdc")
    Map<String, String> mdc() {
        return Map.of("request_id", String.valueOf(MDC.get("request_id")));
    }

    @Get("/log-context")
    Map<String, String> logContext() {
        return MDC.getCopyOfContextMap();
    }

    @Get("/missing")
    String missing() {
        throw new NotFoundException("conversation");
    }

    @Get("/throttled")
    String throttled() {
        throw new RefusedException(ErrorCode.RATE_LIMITED, "slower, please", Duration.ofMillis(1500));
    }

    @Get("/defect")
    String defect() {
        throw new IllegalStateException("SELECT secret FROM dev.rechat.Internal");
    }

    @Get("/cached")
    HttpResponse<String> cached() {
        return HttpResponse.ok("x").header("Cache-Control", "max-age=60");
    }

    @Get("/me")
    @Secured(Permission.SELF)
    Map<String, String> me(CurrentUser user) {
        return Map.of(
                "id",
                user.id().toString(),
                "role",
                user.role().code(),
                "session",
                String.valueOf(user.sessionId()),
                "request_id",
                String.valueOf(MDC.get("request_id")));
    }

    @Get("/account")
    @Secured(Permission.ACCOUNT)
    String account() {
        return "ok";
    }

    @Get("/own")
    @Secured({Permission.CHAT, Permission.READ})
    String own() {
        return "ok";
    }

    @Get("/admin")
    @Secured(Permission.ADMINISTER)
    String admin() {
        return "ok";
    }
}
