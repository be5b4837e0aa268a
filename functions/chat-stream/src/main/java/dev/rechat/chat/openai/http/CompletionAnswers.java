package dev.rechat.chat.openai.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rechat.chat.http.Streams;
import dev.rechat.chat.json.StoredJson;
import dev.rechat.chat.openai.answer.AnswerForms;
import dev.rechat.chat.openai.answer.ChunkStream;
import dev.rechat.chat.openai.answer.Collected;
import dev.rechat.chat.openai.answer.TurnHead;
import dev.rechat.chat.openai.ask.Asking;
import dev.rechat.chat.openai.ask.LeftTurns;
import dev.rechat.chat.openai.link.FileLinks;
import dev.rechat.chat.openai.request.CompletionRequest;
import dev.rechat.chat.openai.settings.OpenAiConfiguration;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.FileId;
import dev.rechat.web.error.OpenAiError;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** Answers with a turn, as a stream or in one piece. */
@Singleton
final class CompletionAnswers {

    /** Sent while nothing is there yet: JSON may begin with spaces. */
    private static final byte[] SPACE = " ".getBytes(UTF_8);

    private static final Duration BETWEEN_SPACES = Duration.ofSeconds(10);

    private final AnswerForms forms;
    private final FileLinks files;
    private final LeftTurns left;
    private final UnreadAnswers unread;
    private final StoredJson json;
    private final OpenAiConfiguration configuration;

    CompletionAnswers(
            AnswerForms forms,
            FileLinks files,
            LeftTurns left,
            UnreadAnswers unread,
            StoredJson json,
            OpenAiConfiguration configuration) {
        this.forms = forms;
        this.files = files;
        this.left = left;
        this.unread = unread;
        this.json = json;
        this.configuration = configuration;
    }

    /** @param events of the turn, from the first */
    record Reply(CurrentUser who, CompletionRequest request, Asking.Asked asked, Publisher<byte[]> events) {

        TurnHead head() {
            return asked.head();
        }

        String model() {
            return request.model();
        }
    }

    HttpResponse<?> stream(Reply reply) {
        ChunkStream chunks = forms.stream(reply.model(), reply.request().includesUsage(), paths(reply));
        Flux<byte[]> out = events(reply)
                .map(chunks::write)
                .concatWith(Mono.fromSupplier(chunks::writeEnd))
                .filter(bytes -> bytes.length > 0);
        return told(Streams.answer(unread.watched(out, () -> leave(reply))), reply.head());
    }

    /** Waits a while, so that a failure has its status; after that the head is sent, and the answer when it is there. */
    HttpResponse<?> whole(Reply reply) {
        Collected collected = forms.whole(reply.model(), paths(reply));
        CompletableFuture<Collected> answer =
                events(reply).reduce(collected, Collected::add).toFuture();
        try {
            Collected whole = answer.get(configuration.patience().toMillis(), TimeUnit.MILLISECONDS);
            if (!whole.whole()) {
                throw new RefusedException(whole.failure(), whole.failureMessage());
            }
            return told(HttpResponse.ok(whole.completion()), reply.head());
        } catch (TimeoutException slow) {
            Flux<byte[]> spaces = Flux.interval(BETWEEN_SPACES)
                    .map(tick -> SPACE)
                    .startWith(SPACE)
                    .onBackpressureDrop()
                    .takeUntilOther(Mono.fromFuture(answer, true).onErrorComplete());
            Flux<byte[]> out = spaces.concatWith(Mono.fromFuture(answer, true).map(this::written))
                    .doOnCancel(() -> answer.cancel(true));
            Flux<byte[]> watched = unread.watched(out, () -> answer.cancel(true));
            return told(Streams.answer(watched).contentType(MediaType.APPLICATION_JSON_TYPE), reply.head());
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a feed that fails", broken);
        } catch (InterruptedException hurry) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", hurry);
        }
    }

    private Function<FileId, String> paths(Reply reply) {
        return file -> files.path(reply.who(), file);
    }

    private byte[] written(Collected answer) {
        Object body = answer.whole() ? answer.completion() : OpenAiError.of(answer.failure(), answer.failureMessage());
        return json.write(body).getBytes(UTF_8);
    }

    private Flux<byte[]> events(Reply reply) {
        return Flux.from(reply.events()).doFinally(end -> {
            if (end == SignalType.CANCEL) {
                leave(reply);
            }
        });
    }

    private void leave(Reply reply) {
        left.left(
                reply.head().turn(),
                reply.who().id(),
                reply.asked().feed(),
                reply.asked().attempt());
    }

    private static HttpResponse<?> told(MutableHttpResponse<?> answer, TurnHead head) {
        return answer.header("X-ReChat-Conversation-Id", head.conversation().toString())
                .header("X-ReChat-Context", head.retold() ? "retold" : "kept");
    }
}
