package dev.rechat.conversation.importing;

import org.jspecify.annotations.Nullable;

/** The app that a document names. @param place where it does */
record IncomingApp(
        String place, @Nullable String id, @Nullable String slug) {}
