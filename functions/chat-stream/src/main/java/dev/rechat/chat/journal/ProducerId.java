package dev.rechat.chat.journal;

import dev.rechat.kernel.id.IdGenerator;
import jakarta.inject.Singleton;

/** The name under which this process holds turns; another one after a restart. */
@Singleton
public final class ProducerId {

    private final String value;

    ProducerId(IdGenerator ids) {
        value = ids.next().toString();
    }

    public String value() {
        return value;
    }
}
