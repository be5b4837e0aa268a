package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** Some rows of a list and whether there are more. */
record Page<R>(int limit, boolean hasMore, List<R> rows) {

    /** The first rows of those left. */
    static <R> Page<R> first(List<R> left, int limit) {
        return new Page<>(limit, left.size() > limit, left.subList(0, Math.min(limit, left.size())));
    }

    /** The last rows of those left, in their order. */
    static <R> Page<R> last(List<R> left, int limit) {
        return new Page<>(limit, left.size() > limit, left.subList(Math.max(0, left.size() - limit), left.size()));
    }

    ObjectNode toJson(Function<R, ObjectNode> row) {
        ObjectNode json = Json.object().put("limit", limit).put("has_more", hasMore);
        ArrayNode data = json.putArray("data");
        rows.forEach(each -> data.add(row.apply(each)));
        return json;
    }
}
