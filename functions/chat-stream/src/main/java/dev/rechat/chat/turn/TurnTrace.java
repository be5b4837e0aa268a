package dev.rechat.chat.turn;

import dev.rechat.kernel.log.LogField;
import dev.rechat.persistence.turn.Turn;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What every log line of a thread tells while it works for a turn. Closed by the thread that opened it. */
final class TurnTrace implements AutoCloseable {

    private final @Nullable Map<String, String> before = MDC.getCopyOfContextMap();

    private TurnTrace() {}

    static TurnTrace of(Turn turn, Caller caller) {
        TurnTrace trace = new TurnTrace();
        MDC.put(LogField.REQUEST_ID, caller.requestId());
        if (caller.traceId() != null) {
            MDC.put(LogField.TRACE_ID, caller.traceId());
        }
        MDC.put(LogField.USER_ID, turn.userId().toString());
        MDC.put(LogField.CONVERSATION_ID, turn.conversationId().toString());
        MDC.put(LogField.TURN_ID, turn.id().toString());
        return trace;
    }

    @Override
    public void close() {
        MDC.setContextMap(before == null ? Map.of() : before);
    }
}
