package dev.rechat.local.doctor.dify;

import dev.rechat.dify.DifyClient;
import dev.rechat.dify.DifyEvent;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyRequest;
import dev.rechat.dify.DifyStream;
import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import dev.rechat.local.doctor.timing.Lengths;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks again, stops the answer as it begins, and looks how soon it ends. */
final class StopLook {

    private static final String CHECK = "stop";
    private static final Duration USUAL = Duration.ofSeconds(3);

    private final DifyClient client;
    private final Duration patience;
    private final Sheet sheet;

    /** @param patience after which an answer that was stopped and goes on is left alone */
    StopLook(DifyClient client, Duration patience, Sheet sheet) {
        this.client = client;
        this.patience = patience;
        this.sheet = sheet;
    }

    void look(AnsweringApp app, DifyRequest question) {
        try (DifyStream stream = client.stream(app.app(), question)) {
            String task = firstTask(stream);
            if (task.isEmpty()) {
                sheet.note(CHECK, Code.STREAM_UNCLEAR, "the answer was over before it could be stopped", null);
                return;
            }
            client.stop(app.app(), app.mode(), task, Question.USER);
            long asked = System.nanoTime();
            boolean ended = endsInTime(stream);
            tell(ended, Duration.ofNanos(System.nanoTime() - asked));
        } catch (DifyException failed) {
            sheet.warning(
                    CHECK,
                    Code.STOP_FAILED,
                    "an answer could not be stopped: " + failed.getMessage(),
                    "let the proxies pass POST …/stop like every other route");
        }
    }

    private void tell(boolean ended, Duration took) {
        if (!ended || took.compareTo(USUAL) > 0) {
            sheet.warning(
                    CHECK,
                    Code.STOP_SLOW,
                    ended
                            ? "an answer ended only %s after it was stopped".formatted(Lengths.of(took))
                            : "an answer went on for more than %s after it was stopped".formatted(Lengths.of(patience)),
                    "Dify's api and worker must share one Redis; a proxy that holds events back looks the same");
        } else {
            sheet.ok(CHECK, "an answer ends %s after it is stopped".formatted(Lengths.of(took)));
        }
    }

    private static String firstTask(DifyStream stream) {
        for (DifyEvent event = stream.next(); event != null; event = stream.next()) {
            String task = event.context().taskId();
            if (task != null) {
                return task;
            }
        }
        return "";
    }

    private boolean endsInTime(DifyStream stream) {
        CompletableFuture<Boolean> late = CompletableFuture.supplyAsync(
                () -> {
                    stream.close();
                    return true;
                },
                CompletableFuture.delayedExecutor(patience.toNanos(), TimeUnit.NANOSECONDS));
        try {
            while (stream.next() != null) {
                // whatever still comes
            }
            return !late.isDone();
        } catch (DifyException broken) {
            return !late.isDone(); // over is over, however it ended
        } finally {
            late.cancel(false);
        }
    }
}
