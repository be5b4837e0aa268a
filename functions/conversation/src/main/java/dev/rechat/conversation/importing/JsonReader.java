package dev.rechat.conversation.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.rechat.kernel.error.FieldError;
import dev.rechat.kernel.error.ValidationException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a document once, without making a tree of it, and remembers what is wrong and where. A reading method expects
 * its value at the parser and leaves the parser at the value's end, whatever it found.
 */
final class JsonReader {

    /** Half of a character, which an escape can name and no database keep. */
    private static final Pattern LONELY =
            Pattern.compile("[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

    private static final int MOST_ERRORS = 20;
    private static final int LONGEST_PLACE = 200;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(200).build())
            .build();

    /** Reads one field of an object, or one element of a list. */
    interface Part {
        void read(String name) throws IOException;
    }

    private final JsonParser parser;
    private final List<FieldError> errors = new ArrayList<>();

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /** At the first value. @throws IOException when it is not JSON */
    static JsonReader of(byte[] document) throws IOException {
        JsonReader reader = new JsonReader(JSON.createParser(document));
        reader.parser.nextToken();
        return reader;
    }

    boolean atObject() {
        return parser.hasToken(JsonToken.START_OBJECT);
    }

    boolean atList() {
        return parser.hasToken(JsonToken.START_ARRAY);
    }

    boolean atNull() {
        return parser.hasToken(JsonToken.VALUE_NULL);
    }

    boolean atText() {
        return parser.hasToken(JsonToken.VALUE_STRING);
    }

    boolean atTruth() {
        return parser.hasToken(JsonToken.VALUE_TRUE);
    }

    boolean atNumber() {
        return parser.currentToken() != null && parser.currentToken().isNumeric();
    }

    /** Must come to the end of every value that it begins; null stands for nothing. @return whether there was an object */
    boolean object(Part field) throws IOException {
        if (!atObject()) {
            refuseUnlessNull("must be an object");
            return false;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            field.read(name);
        }
        return true;
    }

    void list(Part element) throws IOException {
        if (!atList()) {
            refuseUnlessNull("must be a list");
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.read("");
        }
    }

    /** Null when there is none that can be taken. */
    @Nullable
    String text(int min, int max) throws IOException {
        if (!atText()) {
            refuseUnlessNull("must be a text");
            return null;
        }
        String text = rawText();
        if (text.length() < min) {
            wrong("too_short", "must have " + min + " characters at least");
            return null;
        }
        if (text.length() > max) {
            wrong("too_long", "must have " + max + " characters at most");
            return null;
        }
        return text;
    }

    boolean truth() throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_TRUE) && !parser.hasToken(JsonToken.VALUE_FALSE)) {
            refuseUnlessNull("must be true or false");
            return false;
        }
        return parser.getBooleanValue();
    }

    /** A whole number as a double: of what others write, nobody knows more. */
    double number() throws IOException {
        return parser.getDoubleValue();
    }

    String rawText() throws IOException {
        return LONELY.matcher(parser.getText()).replaceAll("\uFFFD");
    }

    /** A value as JSON, whatever it is; null when it is larger than may be kept. */
    @Nullable
    String tree(int max) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = JSON.createGenerator(text)) {
            copy.copyCurrentStructure(parser);
        }
        if (text.getBuffer().length() > max) {
            wrong("too_long", "must have " + max + " characters at most");
            return null;
        }
        return text.toString();
    }

    /** Goes past a value that says nothing we keep: documents of others hold more than conversations do here. */
    void passOver() throws IOException {
        parser.skipChildren();
    }

    void refuseUnlessNull(String message) throws IOException {
        if (!atNull()) {
            parser.skipChildren();
            wrong("invalid", message);
        }
    }

    void unknown() throws IOException {
        String place = place();
        parser.skipChildren();
        wrong(place, "unknown_field", "is not a field of this document");
    }

    /** Of the value that the parser is at. */
    void wrong(String code, String message) {
        wrong(place(), code, message);
    }

    /** @throws ValidationException when there is more wrong than anybody wants to read */
    void wrong(String place, String code, String message) {
        errors.add(new FieldError(place, code, message));
        if (errors.size() >= MOST_ERRORS) {
            finish();
        }
    }

    /** @throws ValidationException with everything that was wrong */
    void finish() {
        if (!errors.isEmpty()) {
            throw new ValidationException(errors);
        }
    }

    boolean atEnd() throws IOException {
        return parser.nextToken() == null;
    }

    /** Where the parser is, as the errors of every request tell it: {@code conversations[3].title}. */
    String place() {
        StringBuilder place = new StringBuilder();
        for (JsonPointer at = parser.getParsingContext().pathAsPointer(); at != null && !at.matches(); at = at.tail()) {
            if (at.mayMatchElement()) {
                place.append('[').append(at.getMatchingIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(at.getMatchingProperty());
            }
        }
        return place.isEmpty() ? "body" : place.substring(0, Math.min(place.length(), LONGEST_PLACE));
    }
}
