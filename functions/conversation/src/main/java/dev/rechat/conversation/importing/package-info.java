/** Conversations that come back in documents, ours and Open WebUI's. Nothing that a document says of itself is believed. */
@NullMarked
package dev.rechat.conversation.importing;

import org.jspecify.annotations.NullMarked;
