package dev.rechat.chat.openai.request;

import dev.rechat.kernel.error.FieldError;
import dev.rechat.kernel.error.ValidationException;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be had here and would change what an answer means: better refused than ignored. Tools that a model may use or
 * not are ignored, because an app that uses none of them has done what was asked.
 */
final class Unsupported {

    private static final String CODE = "unsupported_parameter";

    private Unsupported() {}

    /** @throws ValidationException naming all of them */
    static void refuse(CompletionRequest request) {
        List<FieldError> problems = new ArrayList<>();
        if (number(request.n()) > 1) {
            problems.add(problem("n", "an app gives one answer at a time"));
        }
        if (demands(request.toolChoice()) || demands(request.functionCall())) {
            problems.add(problem("tool_choice", "an app has its own tools and calls no others"));
        }
        if (!kind(request.responseFormat()).equals("text")) {
            problems.add(problem("response_format", "the form of an answer is the app's own"));
        }
        if (names(request.modalities(), "audio")) {
            problems.add(problem("modalities", "answers are text"));
        }
        if (request.logprobs() != null
                && request.logprobs().isBoolean()
                && request.logprobs().getBooleanValue()) {
            problems.add(problem("logprobs", "apps tell no probabilities"));
        }
        if (stops(request.stop())) {
            problems.add(problem("stop", "an app decides itself where its answer ends"));
        }
        if (!problems.isEmpty()) {
            throw new ValidationException(problems);
        }
    }

    private static FieldError problem(String parameter, String message) {
        return new FieldError(parameter, CODE, message);
    }

    private static int number(@Nullable JsonNode value) {
        return value != null && value.isNumber() ? value.getIntValue() : 1;
    }

    /** {@code required}, or a function by name; {@code auto} and {@code none} are met by calling nothing. */
    private static boolean demands(@Nullable JsonNode choice) {
        return choice != null
                && (choice.isObject()
                        || choice.isString() && !List.of("auto", "none").contains(choice.getStringValue()));
    }

    private static String kind(@Nullable JsonNode format) {
        JsonNode type = format == null || !format.isObject() ? null : format.get("type");
        return type != null && type.isString() ? type.getStringValue() : "text";
    }

    private static boolean names(@Nullable JsonNode list, String name) {
        if (list == null || !list.isArray()) {
            return false;
        }
        for (JsonNode value : list.values()) {
            if (value.isString() && value.getStringValue().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stops(@Nullable JsonNode stop) {
        return stop != null && (stop.isString() ? !stop.getStringValue().isEmpty() : stop.isArray() && stop.size() > 0);
    }
}
