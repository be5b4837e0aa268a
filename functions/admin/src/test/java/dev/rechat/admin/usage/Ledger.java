package dev.rechat.admin.usage;

import dev.rechat.admin.House;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnRepository;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.usage.ledger.EndedTurn;
import dev.rechat.usage.ledger.TurnCost;
import dev.rechat.usage.ledger.UsageLedger;
import io.micronaut.transaction.TransactionOperations;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes turns down as their ends do. */
final class Ledger {

    private final House house;

    Ledger(House house) {
        this.house = house;
    }

    AppId app(String name) {
        AppId id = house.bean(IdGenerator.class).nextAppId();
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        house.bean(AppRepository.class)
                .save(new App(id, "app-" + id, name, "", "", "chat", "https://dify.example", "x", true, 0, now, now));
        return id;
    }

    AppId goneApp() {
        return house.bean(IdGenerator.class).nextAppId();
    }

    TurnId completed(AppId app, UserId user, String at, long tokens, String price, String currency, long firstToken) {
        return end(
                app,
                user,
                at,
                TurnStatus.COMPLETED,
                null,
                new TurnCost(tokens, 0L, tokens, new BigDecimal(price), currency, firstToken, 9000L));
    }

    TurnId failed(AppId app, UserId user, String at, String error) {
        return end(app, user, at, TurnStatus.FAILED, error, TurnCost.UNTOLD);
    }

    /** Begins a turn whose producer has let its lease run out at once. */
    void running(AppId app, UserId user, String at) {
        IdGenerator ids = house.bean(IdGenerator.class);
        Instant start = Instant.parse(at);
        Conversation begun = house.bean(ConversationRepository.class)
                .save(Conversation.begun(ids.nextConversationId(), user, app, "Greetings", start));
        house.bean(TurnRepository.class)
                .save(new Turn(
                        ids.nextTurnId(),
                        user,
                        begun.id(),
                        app,
                        ids.nextMessageId(),
                        ids.nextMessageId(),
                        TurnStatus.STREAMING,
                        begun.id(),
                        start,
                        "process",
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        start,
                        null));
    }

    // a bean is asked for by its class, which says nothing of connections; there is one kind of transaction here
    @SuppressWarnings("unchecked")
    private TurnId end(AppId app, UserId user, String at, TurnStatus status, @Nullable String error, TurnCost cost) {
        TransactionOperations<Connection> transactions = house.bean(TransactionOperations.class);
        Instant start = Instant.parse(at);
        TurnId id = house.bean(IdGenerator.class).nextTurnId();
        transactions.executeWrite(ending -> {
            house.bean(UsageLedger.class)
                    .record(new EndedTurn(id, user, app, status, error, cost, start, start.plusSeconds(9)));
            return id;
        });
        return id;
    }
}
