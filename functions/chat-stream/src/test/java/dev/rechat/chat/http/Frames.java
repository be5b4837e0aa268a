package dev.rechat.chat.http;

import java.util.List;
import java.util.regex.Pattern;

/** The events of a whole answer as they stood on the wire. */
record Frames(List<String> each) {

    private static final Pattern END = Pattern.compile("(?<=\n\n)");
    private static final Pattern COMMENT = Pattern.compile("(?m)^: keep-alive\n\n");

    /** Leaves the comments out: they are no events and come when it is quiet. */
    static Frames of(String body) {
        String events = COMMENT.matcher(body).replaceAll("");
        return new Frames(events.isEmpty() ? List.of() : List.of(END.split(events)));
    }

    String after(int last) {
        return String.join("", each.subList(last, each.size()));
    }

    int size() {
        return each.size();
    }
}
