package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A field of a {@link HumanForm}.
 *
 * @param preset what a paragraph begins with, empty for nothing
 * @param options what a select offers
 * @param limit how many files a file list takes
 */
public record FormField(String name, Type type, String preset, List<String> options, int limit) {

    /** What Dify calls the type of an input. */
    public enum Type {
        PARAGRAPH("paragraph"),
        SELECT("select"),
        FILE("file"),
        FILE_LIST("file-list");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
        }
    }

    public FormField {
        options = List.copyOf(options);
    }

    public static FormField paragraph(String name, String preset) {
        return new FormField(name, Type.PARAGRAPH, preset, List.of(), 0);
    }

    public static FormField select(String name, String... options) {
        return new FormField(name, Type.SELECT, "", List.of(options), 0);
    }

    public static FormField file(String name) {
        return new FormField(name, Type.FILE, "", List.of(), 0);
    }

    public static FormField files(String name, int limit) {
        return new FormField(name, Type.FILE_LIST, "", List.of(), limit);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("type", type.wireName).put("output_variable_name", name);
        switch (type) {
            case PARAGRAPH -> {
                if (preset.isEmpty()) {
                    json.putNull("default");
                } else {
                    constant(json.putObject("default")).put("value", preset);
                }
            }
            case SELECT -> {
                ArrayNode values = constant(json.putObject("option_source")).putArray("value");
                options.forEach(values::add);
            }
            case FILE -> files(json);
            case FILE_LIST -> files(json).put("number_limits", limit);
        }
        return json;
    }

    private static ObjectNode constant(ObjectNode source) {
        source.put("type", "constant").putArray("selector");
        return source;
    }

    private static ObjectNode files(ObjectNode json) {
        json.putArray("allowed_file_types").add("image").add("document");
        json.putArray("allowed_file_extensions");
        json.putArray("allowed_file_upload_methods").add("local_file").add("remote_url");
        return json;
    }

    boolean accepts(JsonNode value) {
        return switch (type) {
            case PARAGRAPH -> value.isTextual();
            case SELECT -> value.isTextual() && options.contains(value.asText());
            case FILE -> isFile(value);
            case FILE_LIST ->
                value.isArray() && value.size() <= limit && value.valueStream().allMatch(FormField::isFile);
        };
    }

    static boolean isFile(JsonNode value) {
        return switch (value.path("transfer_method").asText()) {
            case "local_file" -> !value.path("upload_file_id").asText("").isEmpty();
            case "remote_url" -> !value.path("url").asText("").isEmpty();
            default -> false;
        };
    }
}
