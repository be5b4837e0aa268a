package dev.rechat.chat.suggestion;

import dev.rechat.chat.answer.Answer;
import dev.rechat.chat.answer.Answers;
import dev.rechat.chat.app.AppParameters;
import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyMessages;
import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.usage.budget.Budgets;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What to ask after an answer, made by a model. Nobody misses it, so a Dify that cannot tell is no error. */
@Controller("/api/v1/chat/messages/{id}/suggestions")
@Secured(Permission.CHAT)
final class SuggestionController {

    private static final Logger LOG = LoggerFactory.getLogger(SuggestionController.class);

    private final Answers answers;
    private final AppParameters parameters;
    private final DifyTargets targets;
    private final Budgets budgets;
    private final Clock clock;
    private final DifyMessages dify;

    SuggestionController(
            Answers answers,
            AppParameters parameters,
            DifyTargets targets,
            Budgets budgets,
            Clock clock,
            DifyMessages dify) {
        this.answers = answers;
        this.parameters = parameters;
        this.targets = targets;
        this.budgets = budgets;
        this.clock = clock;
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
            budgets.requireLeft(user.id(), answer.app().id(), clock.instant());
            return dify.suggestions(targets.of(answer.app()), user.id().toString(), difyMessageId);
        } catch (DifyException failure) {
            LOG.info("no suggestions: {}", failure.getMessage());
            return List.of();
        }
    }
}
