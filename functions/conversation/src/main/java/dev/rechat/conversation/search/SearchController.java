package dev.rechat.conversation.search;

import dev.rechat.conversation.tag.Tags;
import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.FolderId;
import dev.rechat.persistence.search.SearchScope;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import org.jspecify.annotations.Nullable;

/** Looks for words in one's own conversations. */
@Controller("/api/v1/conversations/search")
@Secured(Permission.READ)
final class SearchController {

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    /** The best matches of the latest conversations first; the trash and temporary conversations are not looked at. */
    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    SearchPage find(
            CurrentUser user,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue("app_id") AppId app,
            @Nullable @QueryValue("folder_id") FolderId folder,
            @Nullable @QueryValue String tag,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        SearchCursor start = request.start().map(SearchCursor::of).orElse(SearchCursor.START);
        SearchScope scope = new SearchScope(user.id(), app, folder, Tags.filter(tag));
        return search.page(scope, SearchQuery.of(q), start, request.limit());
    }
}
