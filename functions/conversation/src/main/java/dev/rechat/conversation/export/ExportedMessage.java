package dev.rechat.conversation.export;

import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.feedback.Feedback;
import dev.rechat.persistence.file.StoredFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message with what stands beside it. */
record ExportedMessage(
        Message message, List<StoredFile> files, @Nullable Feedback feedback) {}
