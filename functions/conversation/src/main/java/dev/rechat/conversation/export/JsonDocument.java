package dev.rechat.conversation.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.exchange.ExchangeRepository;
import dev.rechat.persistence.exchange.KeptConversation;
import dev.rechat.persistence.exchange.MessageOutline;
import dev.rechat.persistence.feedback.Feedback;
import dev.rechat.persistence.file.StoredFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** As {@code docs/conversation-export.schema.json} has it; messages in the order of their time. */
final class JsonDocument implements DocumentWriter {

    static final String FORMAT = "rechat-conversations";
    static final int VERSION = 1;

    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final int OUTLINES = 500;

    /** Writing to memory does not fail. */
    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private final ExchangeRepository exchange;
    private final MessageTexts texts;
    private final UserId owner;
    private final Instant now;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json;
    private @Nullable MessageBatches batches;

    JsonDocument(ExchangeRepository exchange, MessageTexts texts, UserId owner, Instant now) {
        this.exchange = exchange;
        this.texts = texts;
        this.owner = owner;
        this.now = now;
        try {
            this.json = JSON.createGenerator(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public byte[] begin() {
        return piece(json -> {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeStringField("exported_at", MILLISECONDS.format(now));
            json.writeArrayFieldStart("conversations");
        });
    }

    @Override
    public byte[] head(ExportedConversation conversation) {
        KeptConversation kept = conversation.kept();
        Pages<MessageOutline> outlines = new Pages<>(
                OUTLINES,
                (after, limit) -> exchange.outlineAfter(kept.id(), owner, after, limit),
                outline -> outline.id().toString());
        batches = new MessageBatches(texts, kept.id(), owner, outlines::next);
        return piece(json -> {
            json.writeStartObject();
            json.writeStringField("id", kept.id().toString());
            json.writeObjectFieldStart("app");
            json.writeStringField("id", kept.appId().toString());
            optional("slug", kept.appSlug());
            optional("name", kept.appName());
            json.writeEndObject();
            json.writeStringField("title", kept.title());
            json.writeBooleanField("pinned", kept.pinned());
            json.writeBooleanField("archived", kept.archived());
            optional("folder", kept.folder());
            json.writeArrayFieldStart("tags");
            for (String tag : conversation.tags()) {
                json.writeString(tag);
            }
            json.writeEndArray();
            stored("inputs", kept.inputs());
            json.writeStringField("created_at", MILLISECONDS.format(kept.createdAt()));
            json.writeStringField("updated_at", MILLISECONDS.format(kept.updatedAt()));
            json.writeArrayFieldStart("messages");
        });
    }

    @Override
    public byte[] messages() {
        List<ExportedMessage> batch = batches == null ? List.of() : batches.next();
        return piece(json -> {
            for (ExportedMessage each : batch) {
                message(each);
            }
        });
    }

    private void message(ExportedMessage exported) throws IOException {
        Message message = exported.message();
        json.writeStartObject();
        json.writeStringField("id", message.id().toString());
        optional(
                "parent_id",
                message.parentId() == null ? null : message.parentId().toString());
        json.writeStringField("role", message.role().name().toLowerCase(Locale.ROOT));
        json.writeStringField("content", message.content());
        json.writeStringField("status", message.status().wireName());
        json.writeStringField("created_at", MILLISECONDS.format(message.createdAt()));
        json.writeArrayFieldStart("files");
        for (StoredFile file : exported.files()) {
            file(file);
        }
        json.writeEndArray();
        Feedback feedback = exported.feedback();
        if (feedback != null) {
            json.writeObjectFieldStart("feedback");
            json.writeStringField("rating", feedback.rating().wireName());
            optional("reason", feedback.reason());
            json.writeEndObject();
        }
        stored("usage", message.messageUsage());
        json.writeEndObject();
    }

    private void file(StoredFile file) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", file.id().toString());
        json.writeStringField("name", file.name());
        json.writeStringField("type", file.kind().wireName());
        json.writeStringField("media_type", file.mediaType());
        if (file.sizeBytes() != null) {
            json.writeNumberField("size", file.sizeBytes());
        }
        json.writeEndObject();
    }

    @Override
    public byte[] tail() {
        return piece(json -> {
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    @Override
    public byte[] end() {
        return piece(json -> {
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void optional(String field, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value);
        }
    }

    /** JSON that we stored as text. */
    private void stored(String field, @Nullable String tree) throws IOException {
        if (tree != null) {
            json.writeFieldName(field);
            json.writeRawValue(tree);
        }
    }

    private byte[] piece(Writing writing) {
        try {
            writing.to(json);
            json.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] piece = bytes.toByteArray();
        bytes.reset();
        return piece;
    }
}
