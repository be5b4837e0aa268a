package dev.rechat.runlog.erasure;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.persistence.removal.RunErasure;
import dev.rechat.persistence.removal.RunErasureRepository;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Those that are noted, in memory. */
final class NotedErasures implements RunErasureRepository {

    private final Map<String, RunErasure> noted = new ConcurrentHashMap<>();

    void note(String run, AppId app, Instant now) {
        noted.put(run, new RunErasure(run, app, 0, now, now));
    }

    @Override
    public List<RunErasure> listDue(Instant now, int limit) {
        return noted.values().stream()
                .filter(each -> !each.nextAttemptAt().isAfter(now))
                .limit(limit)
                .toList();
    }

    @Override
    public long countDue(Instant now) {
        return listDue(now, Integer.MAX_VALUE).size();
    }

    @Override
    public long claim(String runId, Instant due, Instant next) {
        return change(
                runId, each -> new RunErasure(each.runId(), each.appId(), each.attempts(), next, each.createdAt()));
    }

    @Override
    public long erased(String runId) {
        return change(
                runId,
                each -> new RunErasure(
                        each.runId(), each.appId(), each.attempts() + 1, each.nextAttemptAt(), each.createdAt()));
    }

    @Override
    public long done(String runId) {
        return noted.remove(runId) == null ? 0 : 1;
    }

    @Override
    public long noteLate(String runId, AppId appId, ConversationId conversationId, Instant now) {
        note(runId, appId, now);
        return 1;
    }

    private long change(String runId, UnaryOperator<RunErasure> how) {
        return noted.computeIfPresent(runId, (_, each) -> how.apply(each)) == null ? 0 : 1;
    }
}
