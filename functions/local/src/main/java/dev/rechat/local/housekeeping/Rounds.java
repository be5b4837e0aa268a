package dev.rechat.local.housekeeping;

import dev.rechat.conversations.removal.Housekeeping;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Removes what is due and deletes threads at Dify, whether or not anybody comes by. */
@Singleton
class Rounds {

    private final Housekeeping housekeeping;

    Rounds(Housekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    /** The pause begins when the work is done; what fails is logged by the scheduler and done again. */
    @Scheduled(initialDelay = "1m", fixedDelay = "1m")
    void round() {
        housekeeping.round();
    }
}
