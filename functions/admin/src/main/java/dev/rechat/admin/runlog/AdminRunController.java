package dev.rechat.admin.runlog;

import dev.rechat.kernel.account.Permission;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import org.jspecify.annotations.Nullable;

/** Runs of chatflows and workflows. Whoever opens one, or looks for words in them, is written down. */
@Controller("/api/v1/admin/runs")
@Secured(Permission.ADMINISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
class AdminRunController {

    private final RunReading reading;
    private final NodeReading nodes;

    AdminRunController(RunReading reading, NodeReading nodes) {
        this.reading = reading;
        this.nodes = nodes;
    }

    /** Newest first, without their words. */
    @Get
    RunList list(
            CurrentUser administrator,
            @RequestBean RunSearch search,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        return reading.list(search, PageRequest.of(limit, cursor), administrator.id());
    }

    /** One, with its words. @param whole {@code true} for what was too large for the row, too */
    @Get("/{id}")
    RunView read(String id, CurrentUser administrator, @Nullable @QueryValue String whole) {
        return reading.read(id, whole, administrator.id());
    }

    /** What its nodes did, in the order in which they began. */
    @Get("/{id}/nodes")
    NodeList nodes(String id, CurrentUser administrator) {
        return nodes.list(id, administrator.id());
    }

    /** One of its nodes, with its words. @param whole {@code true} for what was too large for the row, too */
    @Get("/{id}/nodes/{nodeId}")
    NodeView node(String id, String nodeId, CurrentUser administrator, @Nullable @QueryValue String whole) {
        return nodes.read(id, nodeId, whole, administrator.id());
    }
}
