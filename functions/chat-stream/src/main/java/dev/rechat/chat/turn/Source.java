package dev.rechat.chat.turn;

import dev.rechat.chat.translate.Translation;
import dev.rechat.dify.DifyStream;

/** What Dify sends and how it is understood. Whoever produces from it closes the stream. */
record Source(DifyStream stream, Translation translation) {}
