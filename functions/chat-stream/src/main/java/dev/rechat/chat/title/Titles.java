package dev.rechat.chat.title;

import dev.rechat.chat.settings.TurnsConfiguration;
import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyMessages;
import dev.rechat.dify.DifyMode;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Titles of new conversations: at once the beginning of the question, then, for apps that hold conversations, what Dify's
 * model makes of it.
 */
@Singleton
public final class Titles {

    private final DifyMessages dify;
    private final DifyTargets targets;
    private final Duration patience;

    Titles(DifyMessages dify, DifyTargets targets, TurnsConfiguration configuration) {
        this.dify = dify;
        this.targets = targets;
        this.patience = configuration.titlePatience();
    }

    /** @param first the title the conversation was made with */
    public Naming of(App app, UserId user, String first) {
        boolean named = patience.isPositive()
                && switch (DifyMode.of(app.mode())) {
                    case CHAT, AGENT_CHAT, ADVANCED_CHAT, AGENT -> true;
                    case COMPLETION, WORKFLOW, UNKNOWN -> false;
                };
        return new Naming(
                first,
                named ? conversation -> dify.nameConversation(targets.of(app), user.toString(), conversation) : null,
                patience);
    }
}
