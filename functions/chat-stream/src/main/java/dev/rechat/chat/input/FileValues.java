package dev.rechat.chat.input;

import dev.rechat.chat.file.FileChoice;
import dev.rechat.chat.file.FileRules;
import dev.rechat.dify.DifyInputFile;
import dev.rechat.kernel.id.FileId;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Files that stand in a form, named by our ids alone: whoever could name Dify's might reach what is not theirs. */
final class FileValues {

    private FileValues() {}

    static Optional<JsonNode> files(Field field, JsonNode value) {
        boolean list = "file-list".equals(field.control().control());
        if (list != value.isArray()) {
            field.problem("invalid", list ? "must be a list of ids of files" : "must be the id of a file");
            return Optional.empty();
        }
        Optional<List<FileId>> ids = ids(list ? value : JsonNode.createArrayNode(List.of(value)));
        if (ids.isEmpty()) {
            field.problem("invalid", "must name files by their ids");
            return Optional.empty();
        }
        List<JsonNode> mappings =
                FileChoice.check(
                                field.name(), ids.get(), FileRules.of(field.control()), field.files(), field.problems())
                        .stream()
                        .map(FileValues::mapping)
                        .toList();
        if (list) {
            return Optional.of(JsonNode.createArrayNode(mappings));
        }
        return mappings.stream().findFirst();
    }

    /** Each id once, in the order given; empty when something else is among them. */
    private static Optional<List<FileId>> ids(JsonNode array) {
        Set<FileId> ids = new LinkedHashSet<>();
        for (JsonNode id : array.values()) {
            try {
                ids.add(FileId.of(id.isString() ? id.getStringValue() : ""));
            } catch (IllegalArgumentException noId) {
                return Optional.empty();
            }
        }
        return Optional.of(new ArrayList<>(ids));
    }

    private static JsonNode mapping(DifyInputFile file) {
        return JsonNode.createObjectNode(Map.of(
                "type",
                JsonNode.createStringNode(file.type()),
                "transfer_method",
                JsonNode.createStringNode(file.transferMethod()),
                "upload_file_id",
                JsonNode.createStringNode(Objects.requireNonNull(file.uploadFileId()))));
    }
}
