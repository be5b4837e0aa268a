package dev.rechat.conversation.history;

import dev.rechat.conversation.detail.StoredParts;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.turn.FormStanding;
import dev.rechat.persistence.turn.FormState;
import dev.rechat.persistence.turn.TurnFormRepository;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was told beside the answers of a page. An answer keeps its forms as they were when its turn ended; one that was open
 * then may have been filled in since, or have expired.
 */
@Singleton
final class MessageParts {

    private final StoredParts stored;
    private final TurnFormRepository forms;
    private final Clock clock;

    MessageParts(StoredParts stored, TurnFormRepository forms, Clock clock) {
        this.stored = stored;
        this.forms = forms;
        this.clock = clock;
    }

    /** By answer; one without any is left out. */
    Map<MessageId, List<JsonNode>> of(ConversationId conversation, UserId owner, List<Message> page) {
        Map<MessageId, List<JsonNode>> parts = stored.of(
                conversation,
                owner,
                page.stream()
                        .filter(message -> message.role() == MessageRole.ASSISTANT)
                        .map(Message::id)
                        .toList());
        Set<TurnId> waiting = parts.values().stream()
                .flatMap(Collection::stream)
                .filter(MessageParts::isOpenForm)
                .map(form -> TurnId.of(StoredParts.text(form, "turn_id")))
                .collect(Collectors.toSet());
        if (!waiting.isEmpty()) {
            Map<String, FormState> standings = standings(waiting, owner);
            parts.replaceAll((message, told) ->
                    told.stream().map(part -> standing(part, standings)).toList());
        }
        return parts;
    }

    private Map<String, FormState> standings(Set<TurnId> turns, UserId owner) {
        Instant now = clock.instant();
        Map<String, FormState> standings = new HashMap<>();
        for (FormStanding form : forms.listStandings(turns, owner)) {
            standings.put(form.turnId() + " " + form.formId(), form.at(now));
        }
        return standings;
    }

    private static boolean isOpenForm(JsonNode part) {
        return StoredParts.text(part, "type").equals("form")
                && StoredParts.text(part, "state").equals("open");
    }

    /** A form that was not kept for being filled in, for its turn never came to wait for it, is over. */
    private static JsonNode standing(JsonNode part, Map<String, FormState> standings) {
        if (!isOpenForm(part)) {
            return part;
        }
        String form = StoredParts.text(part, "turn_id") + " " + StoredParts.text(part, "form_id");
        FormState state = standings.getOrDefault(form, FormState.EXPIRED);
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        part.entries().forEach(field -> fields.put(field.getKey(), field.getValue()));
        fields.put("state", JsonNode.createStringNode(state.name().toLowerCase(Locale.ROOT)));
        return JsonNode.createObjectNode(fields);
    }
}
