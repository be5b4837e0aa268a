package dev.rechat.chat.feedback;

import dev.rechat.chat.answer.Answer;
import dev.rechat.chat.answer.Answers;
import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.feedback.Rating;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;

/** What a person thinks of an answer. */
@Controller("/api/v1/chat/messages/{id}/feedback")
@Secured(Permission.CHAT)
class FeedbackController {

    private final Answers answers;
    private final Feedbacks feedbacks;

    FeedbackController(Answers answers, Feedbacks feedbacks) {
        this.answers = answers;
        this.feedbacks = feedbacks;
    }

    /** Replaces it, or takes it back with a rating of null. */
    @Put
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<FeedbackView> put(CurrentUser user, MessageId id, @Valid @Body RateAnswer body) {
        Answer answer = answers.require(id, user.id());
        String rating = body.rating();
        if (rating == null) {
            feedbacks.remove(user.id(), answer);
            return HttpResponse.noContent();
        }
        Rating meant = rating.equals(Rating.LIKE.wireName()) ? Rating.LIKE : Rating.DISLIKE;
        return HttpResponse.ok(FeedbackView.of(feedbacks.put(user.id(), answer, meant, body.reason())));
    }
}
