package dev.rechat.chat.openai.http;

import dev.rechat.chat.http.ReadingRights;
import dev.rechat.chat.http.Streams;
import dev.rechat.chat.openai.ask.Asking;
import dev.rechat.chat.openai.ask.ChatNames;
import dev.rechat.chat.openai.ask.KeyApps;
import dev.rechat.chat.openai.ask.Retries;
import dev.rechat.chat.openai.request.CompletionRequest;
import dev.rechat.kernel.account.Permission;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.web.upload.JsonDocuments;
import dev.rechat.web.upload.TakesDocument;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Asks an app as if it were one of OpenAI's models. */
@Controller("/v1/chat/completions")
@Secured(Permission.CHAT)
class CompletionController {

    private static final Argument<CompletionRequest> BODY = Argument.of(CompletionRequest.class);

    private final JsonDocuments bodies;
    private final KeyApps apps;
    private final Asking asking;
    private final ChatNames chats;
    private final ReadingRights rights;
    private final CompletionAnswers answers;

    CompletionController(
            JsonDocuments bodies,
            KeyApps apps,
            Asking asking,
            ChatNames chats,
            ReadingRights rights,
            CompletionAnswers answers) {
        this.bodies = bodies;
        this.apps = apps;
        this.asking = asking;
        this.chats = chats;
        this.rights = rights;
        this.answers = answers;
    }

    /**
     * Asks a question. Everything that can be refused is refused before an answer begins.
     *
     * @param idempotencyKey the same key and request again give the same answer
     * @return chunks, when {@code stream} is true, else the whole answer
     */
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CompletionRequest.class)))
    @Post(produces = {MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM})
    @TakesDocument
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> complete(
            HttpRequest<?> request, CurrentUser user, @Header("Idempotency-Key") @Nullable String idempotencyKey)
            throws IOException {
        CompletionRequest completion = bodies.read(request, BODY);
        apps.require(user, completion.model());
        Asking.Asked asked = asking.ask(
                user,
                completion,
                chats.of(request.getHeaders(), completion),
                new Asking.Repetition(idempotencyKey, Retries.isOne(request.getHeaders())),
                Streams.caller(request, AppLogSource.SERVICE_API));
        Publisher<byte[]> events = asked.feed().after(0, rights.of(request, Permission.CHAT));
        var reply = new CompletionAnswers.Reply(user, completion, asked, events);
        return completion.streams() ? answers.stream(reply) : answers.whole(reply);
    }
}
