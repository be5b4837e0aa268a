package dev.rechat.local.doctor.site;

import dev.rechat.conversations.probe.BaseUrl;
import dev.rechat.local.doctor.http.PlainHttp;
import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import dev.rechat.local.doctor.timing.Arrivals;
import dev.rechat.local.doctor.timing.Delivery;
import dev.rechat.local.doctor.timing.Lengths;
import io.micronaut.serde.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks an app through ReChat's own address, and looks at when the events come. Nothing streams there without an account. */
final class SiteStream {

    private static final String CHECK = "stream";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String QUESTION = "Count from one to fifty in words.";
    private static final Pattern LATENCY = Pattern.compile("\"latency_ms\"\\s*:\\s*(\\d{1,9})");
    private static final Pattern FIRST = Pattern.compile("\"first_token_ms\"\\s*:\\s*(\\d{1,9})");
    private static final String UNBUFFER =
            "switch buffering and compression off for /api/* and /v1/* in every proxy before"
                    + " ReChat (nginx: proxy_buffering off; API Gateway: response streaming; time limits of 15 minutes)";

    private final PlainHttp http;
    private final Sheet sheet;

    SiteStream(PlainHttp http, Sheet sheet) {
        this.http = http;
        this.sheet = sheet;
    }

    void look(BaseUrl base, SiteSubject subject) throws IOException {
        String key = subject.apiKey();
        String app = subject.app();
        if (key == null || app == null) {
            sheet.note(
                    CHECK,
                    Code.SITE_STREAM_NOT_CHECKED,
                    "not looked at: nothing streams without an account",
                    "--api-key rk-… --app SLUG asks an app, in a conversation that is removed after a day");
            return;
        }
        String question = subject.question() == null ? QUESTION : subject.question();
        Map<String, Object> body = Map.of("app_id", app, "message", question, "temporary", true);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v1/chat/stream"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "gzip") // as browsers do: who asks for none is never shown what it does
                .POST(BodyPublishers.ofByteArray(ObjectMapper.getDefault().writeValueAsBytes(body)));
        Arrivals arrivals = new Arrivals(System::nanoTime);
        HttpResponse<InputStream> response = http.open(request);
        try (InputStream stream = response.body()) {
            if (response.statusCode() != 200) {
                refused(response.statusCode());
                return;
            }
            read(plain(stream, response.headers()), arrivals);
        }
    }

    private InputStream plain(InputStream stream, HttpHeaders headers) throws IOException {
        String encoding = headers.firstValue("Content-Encoding").orElse("identity");
        if (encoding.equals("identity")) {
            return stream;
        }
        sheet.warning(
                CHECK,
                Code.STREAM_COMPRESSED,
                "something before ReChat compresses answers (%s)".formatted(encoding),
                "leave text/event-stream out of compression (nginx: gzip off, or not in gzip_types): events are collected for it");
        return encoding.equals("gzip") ? new InflatedEvents(stream) : stream;
    }

    private void refused(int status) {
        if (status == 401 || status == 403) {
            sheet.problem(
                    CHECK,
                    Code.SITE_KEY_REFUSED,
                    "the API key is refused (%d)".formatted(status),
                    "make one with the scope chat, and let the proxy pass the Authorization header");
        } else {
            sheet.problem(
                    CHECK,
                    Code.STREAM_REFUSED,
                    "the question was not taken (%d)".formatted(status),
                    "is --app the id or slug of an app that the key's owner may use?");
        }
    }

    private void read(InputStream stream, Arrivals arrivals) {
        Duration told = null;
        String last = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    arrivals.event();
                    last = line.substring("event:".length()).strip();
                } else if (last.equals("usage") && line.startsWith("data:")) {
                    told = made(line);
                }
            }
        } catch (IOException cut) {
            last = "";
        }
        tell(last, told, arrivals);
    }

    private void tell(String last, @Nullable Duration told, Arrivals arrivals) {
        String figures = "%d events, the first after %s, the last after %s"
                .formatted(arrivals.events(), Lengths.of(arrivals.first()), Lengths.of(arrivals.last()));
        if (last.equals("error")) {
            sheet.problem(
                    CHECK,
                    Code.STREAM_FAILED,
                    figures + ": the turn failed",
                    "ask the doctor about the app itself (--dify)");
            return;
        }
        if (!last.equals("done")) {
            sheet.problem(
                    CHECK,
                    Code.STREAM_CUT,
                    figures + ": cut before its end, after %s of silence".formatted(Lengths.of(arrivals.silence())),
                    "every proxy must wait longer than 10 s for a byte, and 15 minutes for an answer; the web app resumes,"
                            + " other clients may not");
            return;
        }
        Delivery delivery = arrivals.delivery(told);
        switch (delivery) {
            case AS_MADE -> sheet.ok(CHECK, figures);
            case HELD_BACK -> sheet.problem(CHECK, Code.STREAM_BUFFERED, figures, UNBUFFER);
            case IN_CLUMPS -> sheet.warning(CHECK, Code.STREAM_IN_CLUMPS, figures + ", in packs", UNBUFFER);
            case UNCLEAR ->
                sheet.warning(CHECK, Code.STREAM_UNCLEAR, figures + ": all at once after a while", UNBUFFER);
            case TOO_QUICK ->
                sheet.note(
                        CHECK,
                        Code.STREAM_UNCLEAR,
                        figures + ": too quick to tell",
                        "ask for something longer (--ask)");
        }
    }

    /** From the model's first token to its last; null when that is not told. */
    private static @Nullable Duration made(String usage) {
        Matcher latency = LATENCY.matcher(usage);
        Matcher first = FIRST.matcher(usage);
        return latency.find() && first.find()
                ? Duration.ofMillis(Long.parseLong(latency.group(1)) - Long.parseLong(first.group(1)))
                : null;
    }
}
