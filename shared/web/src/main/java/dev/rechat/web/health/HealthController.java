package dev.rechat.web.health;

import dev.rechat.kernel.health.HealthNote;
import dev.rechat.kernel.health.HealthProbe;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether this process can do its work now. Every function has it; nobody needs to sign in to ask. */
@Controller("/health")
@Secured(SecurityRule.IS_ANONYMOUS)
final class HealthController {

    private final List<HealthProbe> probes;
    private final List<HealthNote> notes;
    private final String version;

    HealthController(List<HealthProbe> probes, List<HealthNote> notes, @Value("${rechat.version}") String version) {
        this.probes = probes;
        this.notes = notes;
        this.version = version;
    }

    /** 200 {@code healthy} or 503 {@code unhealthy}, with {@code up} or {@code down} for each thing we depend on, and what else there is to say. */
    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Map<String, String>> health() {
        Map<String, String> parts = new LinkedHashMap<>();
        probes.forEach(probe -> parts.put(probe.name(), probe.answers() ? "up" : "down"));
        boolean healthy = !parts.containsValue("down");
        Map<String, String> body = new LinkedHashMap<>();
        body.put("status", healthy ? "healthy" : "unhealthy");
        body.putAll(parts);
        if (healthy) {
            notes.forEach(note -> body.put(note.name(), note.tell()));
        }
        body.put("version", version);
        return HttpResponse.<Map<String, String>>status(healthy ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(body);
    }
}
