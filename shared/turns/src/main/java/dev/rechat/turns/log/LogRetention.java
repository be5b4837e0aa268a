package dev.rechat.turns.log;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/** @param logRetention how long the events of an ended turn can be resumed one by one */
@ConfigurationProperties("rechat.turns")
public record LogRetention(@Bindable(defaultValue = "24h") Duration logRetention) {

    /** Less is refused: who changes from one device to another needs a moment. */
    public static final Duration LEAST = Duration.ofMinutes(10);
}
