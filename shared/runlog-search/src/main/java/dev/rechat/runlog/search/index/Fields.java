package dev.rechat.runlog.search.index;

import dev.rechat.runlog.RunLogUnavailableException;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members of answers. One that must be there and is not makes the answer malformed: the server is not what we think it is. */
public final class Fields {

    private Fields() {}

    public static JsonNode member(JsonNode object, String name) {
        JsonNode member = object.get(name);
        if (member == null || member.isNull()) {
            throw new RunLogUnavailableException("the search server's answer lacks " + name, null);
        }
        return member;
    }

    public static List<JsonNode> elements(JsonNode object, String name) {
        JsonNode member = member(object, name);
        if (!member.isArray()) {
            throw new RunLogUnavailableException("the search server's answer has another " + name, null);
        }
        List<JsonNode> elements = new ArrayList<>(member.size());
        member.values().forEach(elements::add);
        return elements;
    }

    public static String text(JsonNode object, String name) {
        JsonNode member = member(object, name);
        if (!member.isString()) {
            throw new RunLogUnavailableException("the search server's answer has another " + name, null);
        }
        return member.getStringValue();
    }

    public static @Nullable String textOrNull(JsonNode object, String name) {
        JsonNode member = object.get(name);
        return member == null || member.isNull() ? null : member.coerceStringValue();
    }

    public static long number(JsonNode object, String name) {
        JsonNode member = member(object, name);
        if (!member.isNumber()) {
            throw new RunLogUnavailableException("the search server's answer has another " + name, null);
        }
        return member.getLongValue();
    }

    public static boolean flag(JsonNode object, String name) {
        JsonNode member = object.get(name);
        return member != null && member.isBoolean() && member.getBooleanValue();
    }
}
