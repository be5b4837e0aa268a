package dev.rechat.conversation.share;

import dev.rechat.conversation.detail.StoredParts;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.share.OpenShare;
import dev.rechat.persistence.conversation.MessageSize;
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
import io.micronaut.json.tree.JsonNode;
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

    /** So much text makes a page full: whoever has the link decides how many messages to ask for. */
    private static final long PAGE_BYTES = 1024 * 1024;

    private final SharedLinks links;
    private final SharedMessageRepository messages;
    private final FileRepository files;
    private final StoredParts parts;

    SharedController(SharedLinks links, SharedMessageRepository messages, FileRepository files, StoredParts parts) {
        this.links = links;
        this.messages = messages;
        this.files = files;
        this.parts = parts;
    }

    /** What was shared, when, and how much of it there is. */
    @Get
    SharedView get(HttpRequest<?> request, String token) {
        return SharedView.of(links.require(request, token));
    }

    /** The messages after a position, in order. A page ends early when it is full of text. The cursor of the next page is the position to give as {@code after}. */
    @Get("/messages")
    Page<SharedMessageView> messages(
            HttpRequest<?> request,
            String token,
            @Nullable @QueryValue Integer after,
            @Nullable @QueryValue Integer limit) {
        OpenShare share = links.require(request, token);
        PageRequest asked = PageRequest.of(limit, null);
        int from = after == null ? 0 : after;
        List<MessageSize> sizes =
                messages.listSizesAfter(share.id(), share.owner(), share.conversation(), from, asked.rows());
        int fitting = Math.min(asked.limit(), MessageSize.fitting(sizes, PAGE_BYTES));
        List<SharedMessage> shown = fitting == 0
                ? List.of()
                : messages.listAfter(share.id(), share.owner(), share.conversation(), from, fitting);
        Map<MessageId, List<StoredFile>> carried = carriedBy(shown, share);
        Map<MessageId, List<JsonNode>> told = parts.of(
                share.conversation(),
                share.owner(),
                shown.stream().map(SharedMessage::id).toList());
        return new Page<>(
                shown.stream()
                        .map(message -> SharedMessageView.of(
                                message,
                                carried.getOrDefault(message.id(), List.of()),
                                told.getOrDefault(message.id(), List.of()),
                                token))
                        .toList(),
                !shown.isEmpty() && sizes.size() > shown.size()
                        ? Integer.toString(shown.getLast().position())
                        : null);
    }

    private Map<MessageId, List<StoredFile>> carriedBy(List<SharedMessage> shown, OpenShare share) {
        return shown.isEmpty()
                ? Map.of()
                : files.listCarriedBy(shown.stream().map(SharedMessage::id).toList(), share.owner()).stream()
                        .collect(Collectors.groupingBy(file -> Objects.requireNonNull(file.messageId())));
    }
}
