package dev.rechat.chat.openai.answer;

import dev.rechat.kernel.id.TurnId;
import java.time.Instant;

/** What stands in each chunk of one answer, the same whenever and wherever it is read. */
record Head(String id, long created, String model) {

    static Head of(Heard.Begun begun, String model) {
        return new Head(id(begun.turn()), begun.at().getEpochSecond(), model);
    }

    private static String id(TurnId turn) {
        return "chatcmpl-" + turn.toString().replace("-", "");
    }

    static Head unknown(String model) {
        return new Head("chatcmpl-0", Instant.EPOCH.getEpochSecond(), model);
    }
}
