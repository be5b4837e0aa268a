package dev.rechat.conversation.export;

import dev.rechat.persistence.exchange.KeptConversation;
import java.util.List;

/** A conversation with the words on it; its messages follow. */
record ExportedConversation(KeptConversation kept, List<String> tags) {}
