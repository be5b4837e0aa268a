package dev.rechat.chat.suggestion;

import dev.rechat.chat.answer.Answer;
import dev.rechat.chat.answer.Answers;
import dev.rechat.chat.app.AppParameters;
import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyMessages;
import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What to ask after an answer. Nobody misses it, so a Dify that cannot tell is no error. */
@Controller("/api/v1/chat/messages/{id}/suggestions")
@Secured(Permission.CHAT)
final class SuggestionController {

    private static final Logger LOG = LoggerFactory.getLogger(SuggestionController.class);

    private final Answers answers;
    private final AppParameters parameters;
    private final DifyTargets targets;
    private final DifyMessages dify;

    SuggestionController(Answers answers, AppParameters parameters, DifyTargets targets, DifyMessages dify) {
        this.answers = answers;
        this.parameters = parameters;
        this.targets = targets;
        this.dify = dify;
    }

    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    Suggestions list(CurrentUser user, MessageId id) {
        Answer answer = answers.requireAskable(id, user.id());
        return new Suggestions(answer.atDify()
                .filter(known -> answer.app().enabled())
                .map(known -> ask(user, answer, known))
                .orElse(List.of()));
    }

    private List<String> ask(CurrentUser user, Answer answer, String difyMessageId) {
        try {
            if (!parameters.of(answer.app()).suggestedQuestionsAfterAnswer().enabled()) {
                return List.of();
            }
            return dify.suggestions(targets.of(answer.app()), user.id().toString(), difyMessageId);
        } catch (DifyException failure) {
            LOG.info("no suggestions: {}", failure.getMessage());
            return List.of();
        }
    }
}
