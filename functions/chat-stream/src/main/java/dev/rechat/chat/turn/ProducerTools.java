package dev.rechat.chat.turn;

import dev.rechat.chat.settings.TurnsConfiguration;
import jakarta.inject.Singleton;

/** What every producer needs beside its turn. */
@Singleton
record ProducerTools(
        TurnEnding ending,
        Handovers handovers,
        RunFollowing following,
        DifyStops stops,
        RemovedTurns removed,
        TurnSignals signals,
        TurnsConfiguration configuration) {}
