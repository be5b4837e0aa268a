package dev.rechat.auth.export;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.micronaut.serde.annotation.Serdeable;

/** One thing that a person owns. Holds no secret, and nothing that says how things are kept. */
@Serdeable
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ExportedAccount.class, name = "account"),
    @JsonSubTypes.Type(value = ExportedSession.class, name = "session"),
    @JsonSubTypes.Type(value = ExportedApiKey.class, name = "api_key"),
    @JsonSubTypes.Type(value = ExportedEvent.class, name = "audit_event"),
    @JsonSubTypes.Type(value = ExportedConversation.class, name = "conversation"),
    @JsonSubTypes.Type(value = ExportedMessage.class, name = "message"),
    @JsonSubTypes.Type(value = ExportedFeedback.class, name = "feedback"),
    @JsonSubTypes.Type(value = ExportedFile.class, name = "file"),
    @JsonSubTypes.Type(value = ExportedFolder.class, name = "folder"),
})
public sealed interface ExportRecord
        permits ExportedAccount,
                ExportedSession,
                ExportedApiKey,
                ExportedEvent,
                ExportedConversation,
                ExportedMessage,
                ExportedFeedback,
                ExportedFile,
                ExportedFolder {}
