package dev.rechat.local.doctor.dify;

import dev.rechat.conversations.probe.BaseUrl;
import dev.rechat.dify.DifyApiKey;
import dev.rechat.dify.DifyApp;
import dev.rechat.dify.DifyClient;
import dev.rechat.dify.DifyRequest;
import dev.rechat.dify.network.DifyNetworks;
import dev.rechat.local.doctor.http.PlainHttp;
import dev.rechat.local.doctor.http.UploadLook;
import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything about one app of a Dify, from the spelling of its URL to the last event of an answer. */
public final class DifyDoctor {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);
    private static final long MEGABYTE = 1024 * 1024;

    private final DifyClient client;
    private final DifyNetworks networks;
    private final int maxFileBytes;
    private final PlainHttp http;
    private final Clock clock;

    /**
     * @param client may go wherever the doctor is sent
     * @param networks where the functions may go
     * @param maxFileBytes the largest file that people may send
     */
    public DifyDoctor(DifyClient client, DifyNetworks networks, int maxFileBytes, PlainHttp http, Clock clock) {
        this.client = client;
        this.networks = networks;
        this.maxFileBytes = maxFileBytes;
        this.http = http;
        this.clock = clock;
    }

    /** @param question null when nothing is to be asked: an answer costs tokens */
    public void look(DifySubject subject, @Nullable String question, Sheet sheet) {
        Optional<BaseUrl> base = new Place(networks, clock, sheet).reach(subject.url());
        if (base.isEmpty() || !new WhoAnswers(http, sheet).isDify(base.get())) {
            return;
        }
        if (!KeyShape.isGood(subject.key(), sheet)) {
            return;
        }
        String spare = subject.spareKey();
        DifyApp app = new DifyApp(
                base.get().value(),
                new DifyApiKey(subject.key()),
                spare == null ? null : new DifyApiKey(spare),
                subject.name());
        new AppLook(client, maxFileBytes, sheet).look(app, subject.mode()).ifPresent(answering -> {
            new UploadLook(http, sheet).look(URI.create(base.get() + "/files/upload"), largestFile(answering));
            ask(answering, question, sheet);
        });
    }

    /** What both sides let through. */
    private long largestFile(AnsweringApp app) {
        Integer allowed = app.parameters().systemParameters().fileSizeLimit();
        return allowed == null ? maxFileBytes : Math.min(maxFileBytes, allowed * MEGABYTE);
    }

    private void ask(AnsweringApp app, @Nullable String text, Sheet sheet) {
        if (text == null) {
            sheet.note(
                    "stream",
                    Code.STREAM_NOT_CHECKED,
                    "no question was asked, because an answer costs tokens",
                    "--ask \"Count from one to fifty in words.\" asks it twice");
            return;
        }
        Optional<DifyRequest> question = Question.of(app, text);
        if (question.isEmpty()) {
            sheet.note("stream", Code.STREAM_NEEDS_FILES, "the app wants a file, which the doctor has not", null);
            return;
        }
        if (new StreamLook(client, sheet).look(app, question.get())) {
            new StopLook(client, STOP_PATIENCE, sheet).look(app, question.get());
        }
    }
}
