package dev.rechat.chat.openai.ask;

import dev.rechat.chat.file.Enclosure;
import dev.rechat.chat.openai.place.Chat;
import dev.rechat.chat.openai.place.Place;
import dev.rechat.chat.openai.request.CompletionRequest;
import dev.rechat.chat.openai.request.Dialogue;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program asks, understood.
 *
 * @param chat null for one without a name, and for a question that belongs to no conversation
 * @param aside whether it belongs to none
 * @param body hash of what is sent
 * @param attempt hash of that, and of the key that it came with
 * @param certain where it stands; null where that is to be found
 */
record Question(
        UserId user,
        App app,
        CompletionRequest request,
        Dialogue dialogue,
        List<Enclosure> enclosures,
        @Nullable Chat chat,
        boolean aside,
        String body,
        String attempt,
        @Nullable Place certain) {

    Question at(Place place) {
        return new Question(user, app, request, dialogue, enclosures, chat, aside, body, attempt, place);
    }
}
