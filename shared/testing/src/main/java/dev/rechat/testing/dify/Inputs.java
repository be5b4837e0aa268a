package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Checks a request against what the app asks for. */
final class Inputs {

    private Inputs() {}

    /** @throws DifyError if a value is missing, too long or not offered */
    static void check(SimulatedApp app, ObjectNode inputs) {
        app.inputs().forEach(field -> check(field, inputs.path(field.variable())));
    }

    private static void check(InputField field, JsonNode value) {
        if (isMissing(value)) {
            if (field.required()) {
                throw DifyError.invalidParameter(field.variable() + " is required in input form");
            }
            return;
        }
        switch (field.control()) {
            case "file" -> require(FormField.isFile(value), field, "a file");
            case "file-list" ->
                require(value.isArray() && value.valueStream().allMatch(FormField::isFile), field, "a list of files");
            case "json_object" -> require(value.isObject(), field, "a JSON object");
            default -> check(field, value.asText());
        }
    }

    private static boolean isMissing(JsonNode value) {
        return value.isNull()
                || value.isMissingNode()
                || value.isTextual() && value.asText().isEmpty()
                || value.isArray() && value.isEmpty();
    }

    private static void require(boolean given, InputField field, String what) {
        if (!given) {
            throw DifyError.invalidParameter(field.variable() + " in input form must be " + what);
        }
    }

    private static void check(InputField field, String text) {
        if (field.maxLength() > 0 && text.codePointCount(0, text.length()) > field.maxLength()) {
            throw DifyError.invalidParameter(
                    field.variable() + " in input form must be less than " + field.maxLength() + " characters");
        }
        List<String> options = field.options();
        if (!options.isEmpty() && !options.contains(text)) {
            throw DifyError.invalidParameter(
                    field.variable() + " in input form must be one of the following: " + options);
        }
        if (field.control().equals("number") && !isNumber(text)) {
            throw DifyError.invalidParameter(field.variable() + " in input form must be a valid number");
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?");
    }

    /** The values an app knows of; others are dropped. Apps without a form keep what they are given. */
    static ObjectNode declared(SimulatedApp app, ObjectNode inputs) {
        ObjectNode known = inputs.deepCopy();
        if (!app.inputs().isEmpty()) {
            known.retain(app.inputs().stream().map(InputField::variable).toList());
        }
        return known;
    }

    /** The uploads a request attaches. */
    static List<UploadedFile> files(AppState state, JsonNode mappings, String user) {
        if (!state.app().fileUpload()) {
            return List.of();
        }
        return mappings.valueStream()
                .filter(mapping -> mapping.path("transfer_method").asText().equals("local_file"))
                .map(mapping -> upload(state, mapping.path("upload_file_id").asText(), user))
                .toList();
    }

    private static UploadedFile upload(AppState state, String id, String user) {
        if (id.isEmpty()) {
            throw DifyError.invalidParameter("Invalid upload file id");
        }
        return state.files()
                .find(id)
                .filter(file -> file.user().equals(user))
                .orElseThrow(() -> DifyError.invalidParameter("Invalid upload file"));
    }
}
