package dev.rechat.conversation.importing;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A tree as rows. Ids are made in its order, so that lists, which go by id, tell it in the same one. Each answer gets a turn that
 * is over and has no thread at Dify: what goes on behind it begins one.
 */
record ImportedRows(List<Message> messages, List<Turn> turns) {

    static ImportedRows of(
            List<PlacedMessage> placed, ConversationId conversation, UserId owner, AppId app, IdGenerator ids) {
        List<MessageId> messageIds =
                placed.stream().map(_ -> ids.nextMessageId()).toList();
        Map<Integer, TurnId> turnIds = new HashMap<>();
        List<Turn> turns = new ArrayList<>();
        for (int place = 0; place < placed.size(); place++) {
            PlacedMessage answer = placed.get(place);
            if (answer.isAnswer()) {
                Turn turn = turn(
                        ids.nextTurnId(),
                        messageIds.get(answer.parent()),
                        messageIds.get(place),
                        conversation,
                        owner,
                        app,
                        answer);
                turns.add(turn);
                turnIds.put(place, turn.id());
                // A question stands in the turn that answered it first.
                turnIds.putIfAbsent(answer.parent(), turn.id());
            }
        }
        List<Message> messages = new ArrayList<>();
        for (int place = 0; place < placed.size(); place++) {
            PlacedMessage each = placed.get(place);
            messages.add(new Message(
                    messageIds.get(place),
                    conversation,
                    owner,
                    Objects.requireNonNull(turnIds.get(place)),
                    each.parent() < 0 ? null : messageIds.get(each.parent()),
                    each.isAnswer() ? MessageRole.ASSISTANT : MessageRole.USER,
                    each.isAnswer() ? each.message().status() : TurnStatus.COMPLETED,
                    each.message().content(),
                    each.isAnswer() ? each.message().usage() : null,
                    each.createdAt()));
        }
        return new ImportedRows(messages, turns);
    }

    private static Turn turn(
            TurnId id,
            MessageId question,
            MessageId answer,
            ConversationId conversation,
            UserId owner,
            AppId app,
            PlacedMessage placed) {
        return new Turn(
                id,
                owner,
                conversation,
                app,
                question,
                answer,
                TurnStatus.COMPLETED,
                null,
                placed.createdAt(),
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                placed.createdAt(),
                placed.createdAt());
    }
}
