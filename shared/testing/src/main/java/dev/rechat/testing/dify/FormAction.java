package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A button of a {@link HumanForm}.
 *
 * @param style {@code primary}, {@code default}, {@code accent} or {@code ghost}
 */
public record FormAction(String id, String title, String style) {

    ObjectNode toJson() {
        return Json.object().put("id", id).put("title", title).put("button_style", style);
    }
}
