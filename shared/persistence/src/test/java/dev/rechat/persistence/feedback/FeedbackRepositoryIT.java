package dev.rechat.persistence.feedback;

import static dev.rechat.persistence.Rows.NOON;
import static dev.rechat.persistence.TestPersistence.bean;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.Rows;
import dev.rechat.persistence.Together;
import dev.rechat.persistence.conversation.Conversation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedbackRepositoryIT {

    private static final Instant LATER = NOON.plusSeconds(1);

    private final FeedbackRepository feedbacks = bean(FeedbackRepository.class);
    private final UserId owner = Rows.savedUser();
    private final Conversation conversation = Rows.savedConversation(owner);
    private final MessageId message = Rows.savedMessage(conversation).id();

    @Test
    void keepsTheLatestOpinionAndWhenItWasFirstGiven() {
        put(Rating.LIKE, null, NOON);
        feedbacks.markForwarded(message, owner, NOON);
        put(Rating.DISLIKE, "太长 😀", LATER);

        Feedback latest = feedback(Rating.DISLIKE, "太长 😀", LATER);
        assertThat(feedbacks.findOwned(message, owner)).contains(latest);
        assertThat(feedbacks.listOf(List.of(message, Rows.IDS.nextMessageId()), owner))
                .containsExactly(latest);
    }

    @Test
    void isStoredOnceByWhoeverIsFirst() throws Exception {
        Together.call(() -> {
            put(Rating.LIKE, "same", NOON);
            return "put";
        });

        assertThat(feedbacks.findOwned(message, owner)).contains(feedback(Rating.LIKE, "same", NOON));
    }

    @Test
    void isNotCalledForwardedWhenItHasChangedMeanwhile() {
        put(Rating.LIKE, null, NOON);
        put(Rating.DISLIKE, null, LATER);

        assertThat(feedbacks.markForwarded(message, owner, NOON)).isZero();
        assertThat(feedbacks.markForwarded(message, owner, LATER)).isEqualTo(1);
        assertThat(feedbacks.findOwned(message, owner).orElseThrow().forwarded())
                .isTrue();
    }

    @Test
    void isTakenBack() {
        put(Rating.LIKE, null, NOON);

        assertThat(feedbacks.deleteOwned(message, owner)).isEqualTo(1);
        assertThat(feedbacks.deleteOwned(message, owner)).isZero();
        assertThat(feedbacks.findOwned(message, owner)).isEmpty();
    }

    @Test
    void givesAnotherOwnerNothing() {
        put(Rating.LIKE, "private", NOON);
        UserId other = Rows.savedUser();

        assertThat(feedbacks.findOwned(message, other)).isEmpty();
        assertThat(feedbacks.listOf(List.of(message), other)).isEmpty();
        assertThat(feedbacks.markForwarded(message, other, NOON)).isZero();
        assertThat(feedbacks.deleteOwned(message, other)).isZero();
        assertThat(feedbacks.findOwned(message, owner)).isPresent();
    }

    @Test
    void printsNoReason() {
        assertThat(feedback(Rating.LIKE, "private", NOON)).asString().doesNotContain("private");
    }

    private void put(Rating rating, @Nullable String reason, Instant now) {
        feedbacks.put(message, owner, conversation.id(), conversation.appId(), rating, reason, now);
    }

    private Feedback feedback(Rating rating, @Nullable String reason, Instant updatedAt) {
        return new Feedback(
                message, owner, conversation.id(), conversation.appId(), rating, reason, false, NOON, updatedAt);
    }
}
