package dev.rechat.chat.turn;

import dev.rechat.chat.runlog.RunRecorders;
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
        RunRecorders recorders,
        TurnSignals signals,
        TurnsConfiguration configuration) {}
