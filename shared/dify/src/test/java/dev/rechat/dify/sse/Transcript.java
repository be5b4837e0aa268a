package dev.rechat.dify.sse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Streams and what they must be read as, however they are cut. */
enum Transcript {
    EMPTY(""),
    LINE_FEEDS("data: one\n\ndata: two\n\n", event("one"), event("two")),
    CARRIAGE_RETURNS("data: one\r\rdata: two\r\r", event("one"), event("two")),
    BOTH("data: one\r\n\r\ndata: two\r\n\r\n", event("one"), event("two")),
    ALL_LINE_ENDS_MIXED(
            "data: one\r\ndata: two\rdata: three\n\r\ndata: four\n\r", event("one\ntwo\nthree"), event("four")),
    BYTE_ORDER_MARK("\uFEFFdata: one\n\n", event("one")),
    BYTE_ORDER_MARK_LATER_IS_TEXT(
            "data: one\n\n\uFEFFdata: two\n\ndata: \uFEFFthree\n\n", event("one"), event("\uFEFFthree")),
    SECOND_BYTE_ORDER_MARK_IS_TEXT("\uFEFF\uFEFFdata: one\n\n"),
    ONLY_ONE_LEADING_SPACE_GOES(
            "data:  two spaces\ndata:none\ndata:\tone tab\n\n", event(" two spaces\nnone\n\tone tab")),
    TRAILING_SPACE_STAYS("data: one \n\n", event("one ")),
    DATA_JOINED_BY_LINE_FEED("data: one\ndata\ndata: three\n\n", event("one\n\nthree")),
    FIELD_WITHOUT_COLON_IS_EMPTY_DATA("data\n\n", event("")),
    TWO_EMPTY_DATA_LINES("data:\ndata:\n\n", event("\n")),
    COLONS_IN_VALUE("data: {\"a\":\"b: c\"}\n\n", event("{\"a\":\"b: c\"}")),
    COMMENT_IGNORED(": ping\ndata: one\n: in between\n\n:\n\n", event("one")),
    UNKNOWN_FIELD_IGNORED("date: one\nDATA: two\n data: three\ndata : four\n\n"),
    NAMED_EVENT("event: add\ndata: one\n\ndata: two\n\n", event("add", "one", ""), event("two")),
    LAST_NAME_WINS("event: a\nevent: b\ndata: one\n\n", event("b", "one", "")),
    EMPTY_NAME_IS_MESSAGE("event: a\nevent:\ndata: one\n\n", event("one")),
    NAME_WITHOUT_DATA_IS_REPORTED_AS_SUCH("event: ping\n\ndata: one\n\n", new SseFrame.Dataless("ping"), event("one")),
    NAME_DOES_NOT_OUTLIVE_ITS_BLOCK("event: ping\n\ndata: one\n\n\n", new SseFrame.Dataless("ping"), event("one")),
    METADATA_ALONE_DROPPED("id: 1\n\nretry: 5\n\n\n\ndata: one\n\n", event("message", "one", "1")),
    ID_STAYS(
            "id: 1\ndata: one\n\ndata: two\n\nid\ndata: three\n\n",
            event("message", "one", "1"),
            event("message", "two", "1"),
            event("three")),
    ID_WITH_NUL_IGNORED(
            "id: 1\ndata: one\n\nid: 2\0\ndata: two\n\n", event("message", "one", "1"), event("message", "two", "1")),
    HALF_EVENT_DROPPED("data: one\n\ndata: two\n", event("one")),
    HALF_LINE_DROPPED("data: one\n\ndata: tw", event("one")),
    CHARACTERS_OF_ALL_LENGTHS("data: aß€😀\n\n", event("aß€😀")),
    LINE_SEPARATORS_OF_UNICODE_ARE_TEXT("data: a\u2028b\u0085c\u000Bd\n\n", event("a\u2028b\u0085c\u000Bd")),
    NUL_IN_DATA_IS_TEXT("data: a\0b\n\n", event("a\0b")),
    NOT_UTF_8(
            bytes("data: a", 0xFF, "b", 0xC3, "\ndata: ", 0xF0, 0x9F, 0x98, "c", 0xC0, 0xAF, "\n\n"),
            event("a\uFFFDb\uFFFD\n\uFFFDc\uFFFD\uFFFD"));

    private final byte[] bytes;
    private final List<SseFrame> frames;

    Transcript(String text, SseFrame... frames) {
        this(text.getBytes(StandardCharsets.UTF_8), frames);
    }

    Transcript(byte[] bytes, SseFrame... frames) {
        this.bytes = bytes;
        this.frames = List.of(frames);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    List<SseFrame> frames() {
        return frames;
    }

    private static SseFrame event(String data) {
        return event("message", data, "");
    }

    private static SseFrame event(String type, String data, String lastEventId) {
        return new SseFrame.Event(type, data, lastEventId);
    }

    private static byte[] bytes(Object... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object part : parts) {
            switch (part) {
                case Integer single -> bytes.write(single);
                case String text -> bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
                default -> throw new IllegalArgumentException("neither byte nor text");
            }
        }
        return bytes.toByteArray();
    }
}
