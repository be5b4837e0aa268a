package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What an app tells about itself. */
final class AppRoutes {

    private AppRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.get("/info", call -> call.answer(200, description(call.app()))),
                Route.get("/parameters", call -> call.answer(200, parameters(call.app()))),
                Route.get("/meta", call -> call.answer(200, meta())),
                Route.get("/site", call -> call.answer(200, site(call.app()))),
                Route.get("/workflows/run/{id}", AppRoutes::run));
    }

    private static ObjectNode description(SimulatedApp app) {
        ObjectNode json = Json.object().put("name", app.name()).put("description", app.description());
        json.putArray("tags").add("simulated");
        return json.put("mode", app.mode().wireName()).put("author_name", "Dify simulator");
    }

    private static ObjectNode parameters(SimulatedApp app) {
        ObjectNode json = Json.object().put("opening_statement", app.openingStatement());
        ArrayNode questions = json.putArray("suggested_questions");
        app.suggestedQuestions().forEach(questions::add);
        json.set("suggested_questions_after_answer", enabled(app.followUps()));
        json.set("speech_to_text", enabled(app.speech()));
        json.set(
                "text_to_speech",
                enabled(app.speech()).put("voice", "").put("language", "").put("autoPlay", "disabled"));
        json.set("retriever_resource", enabled(app.citations()));
        json.set("annotation_reply", enabled(false));
        json.set("more_like_this", enabled(false));
        json.set("sensitive_word_avoidance", enabled(false).put("type", "").set("configs", Json.array()));
        ArrayNode form = json.putArray("user_input_form");
        app.inputs().forEach(field -> form.add(field.toJson()));
        json.set("file_upload", fileUpload(app));
        json.putObject("system_parameters")
                .put("image_file_size_limit", 10)
                .put("video_file_size_limit", 100)
                .put("audio_file_size_limit", 50)
                .put("file_size_limit", 15)
                .put("workflow_file_upload_limit", 10);
        return json;
    }

    private static ObjectNode enabled(boolean enabled) {
        return Json.object().put("enabled", enabled);
    }

    private static ObjectNode fileUpload(SimulatedApp app) {
        ObjectNode json = Json.object();
        ObjectNode image = enabled(app.fileUpload()).put("number_limits", 3).put("detail", "high");
        image.putArray("transfer_methods").add("remote_url").add("local_file");
        if (app.fileUpload()) {
            json.put("enabled", true);
            json.putArray("allowed_file_types")
                    .add("image")
                    .add("document")
                    .add("audio")
                    .add("video");
            json.putArray("allowed_file_extensions");
            json.putArray("allowed_file_upload_methods").add("local_file").add("remote_url");
            json.put("number_limits", 3);
        }
        return json.set("image", image);
    }

    private static ObjectNode meta() {
        ObjectNode json = Json.object();
        json.putObject("tool_icons")
                .putObject("current_time")
                .put("background", "#252525")
                .put("content", "🕘");
        return json;
    }

    private static ObjectNode site(SimulatedApp app) {
        return Json.object()
                .put("title", app.name())
                .putNull("chat_color_theme")
                .put("chat_color_theme_inverted", false)
                .put("icon_type", "emoji")
                .put("icon", "🤖")
                .put("icon_background", "#FFEAD5")
                .put("description", app.description())
                .putNull("copyright")
                .putNull("privacy_policy")
                .put("custom_disclaimer", "")
                .put("default_language", "en-US")
                .put("show_workflow_steps", true)
                .put("use_icon_as_answer_icon", false)
                .putNull("icon_url");
    }

    private static void run(Call call) {
        call.requireGraph();
        WorkflowRun run = call.state()
                .runs()
                .find(call.id("id"))
                .orElseThrow(() -> DifyError.notFound(
                        "Workflow run not found.", call.request().path()));
        call.answer(200, run.toJson());
    }
}
