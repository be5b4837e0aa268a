package dev.rechat.conversation.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * The values of an input form, which go to the app with the next question. Plain ones only: a list or an object could name a
 * file of somebody else's.
 */
final class InputValues {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonReader json;
    private final Warnings warnings;

    InputValues(JsonReader json, Warnings warnings) {
        this.json = json;
        this.warnings = warnings;
    }

    /** A JSON object; null when there is nothing in it. */
    @Nullable
    String read() throws IOException {
        StringWriter text = new StringWriter();
        int[] taken = {0};
        try (JsonGenerator kept = JSON.createGenerator(text)) {
            kept.writeStartObject();
            json.object(name -> {
                if (json.atObject() || json.atList()) {
                    warnings.add(Warning.INPUTS);
                    json.passOver();
                } else {
                    taken[0]++;
                    kept.writeFieldName(name);
                    kept.writeRawValue(String.valueOf(json.tree(Limits.TREE)));
                }
            });
            kept.writeEndObject();
        }
        if (text.getBuffer().length() > Limits.TREE) {
            json.wrong("too_long", "must have " + Limits.TREE + " characters at most");
            return null;
        }
        return taken[0] == 0 ? null : text.toString();
    }
}
