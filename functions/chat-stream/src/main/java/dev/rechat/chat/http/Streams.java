package dev.rechat.chat.http;

import dev.rechat.chat.turn.Caller;
import dev.rechat.kernel.time.Deadline;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.web.request.RequestIds;
import dev.rechat.web.request.TraceIds;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import org.reactivestreams.Publisher;

/** What all answers that are streams of events have in common. */
public final class Streams {

    private Streams() {}

    public static Caller caller(HttpRequest<?> request, AppLogSource source) {
        return new Caller(
                RequestIds.of(request),
                TraceIds.of(request),
                request.getAttribute(Deadline.ATTRIBUTE, Deadline.class).orElse(null),
                source);
    }

    /**
     * Whoever is on the way must pass each event on at once. A proxy that compresses collects events for it, and Netty's own
     * compressor holds a quarter of a megabyte per stream; both mind neither no-transform nor the type, and leave alone what
     * says how it is encoded.
     */
    public static MutableHttpResponse<FrameStream> answer(Publisher<byte[]> frames) {
        return HttpResponse.ok(new FrameStream(frames))
                .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache, no-transform")
                .header(HttpHeaders.CONTENT_ENCODING, "identity")
                .header("X-Accel-Buffering", "no");
    }
}
