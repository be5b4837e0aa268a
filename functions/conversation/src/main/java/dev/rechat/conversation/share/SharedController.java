package dev.rechat.conversation.share;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.share.OpenShare;
import dev.rechat.persistence.file.FileRepository;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.persistence.share.SharedMessage;
import dev.rechat.persistence.share.SharedMessageRepository;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.share.SharedLinks;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is behind a link, for who may read it: {@link SharedLinks} decides, as the house has it. */
@Controller("/api/v1/shared/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SharedController {

    private final SharedLinks links;
    private final SharedMessageRepository messages;
    private final FileRepository files;

    SharedController(SharedLinks links, SharedMessageRepository messages, FileRepository files) {
        this.links = links;
        this.messages = messages;
        this.files = files;
    }

    /** What was shared, when, and how much of it there is. */
    @Get
    SharedView get(HttpRequest<?> request, String token) {
        return SharedView.of(links.require(request, token));
    }

    /** The messages after a position, in order. The cursor of the next page is the position to give as {@code after}. */
    @Get("/messages")
    Page<SharedMessageView> messages(
            HttpRequest<?> request,
            String token,
            @Nullable @QueryValue Integer after,
            @Nullable @QueryValue Integer limit) {
        OpenShare share = links.require(request, token);
        PageRequest asked = PageRequest.of(limit, null);
        List<SharedMessage> rows = messages.listAfter(
                share.id(), share.owner(), share.conversation(), after == null ? 0 : after, asked.rows());
        List<SharedMessage> shown = rows.size() > asked.limit() ? rows.subList(0, asked.limit()) : rows;
        Map<MessageId, List<StoredFile>> carried = carriedBy(shown, share);
        return new Page<>(
                shown.stream()
                        .map(message ->
                                SharedMessageView.of(message, carried.getOrDefault(message.id(), List.of()), token))
                        .toList(),
                rows.size() > shown.size() ? Integer.toString(shown.getLast().position()) : null);
    }

    private Map<MessageId, List<StoredFile>> carriedBy(List<SharedMessage> shown, OpenShare share) {
        return shown.isEmpty()
                ? Map.of()
                : files.listCarriedBy(shown.stream().map(SharedMessage::id).toList(), share.owner()).stream()
                        .collect(Collectors.groupingBy(file -> Objects.requireNonNull(file.messageId())));
    }
}
