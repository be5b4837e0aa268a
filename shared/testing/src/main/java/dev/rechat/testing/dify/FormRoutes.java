package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Forms that runs wait for, by their tokens. */
final class FormRoutes {

    private FormRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.get("/form/human_input/{token}", FormRoutes::read),
                Route.post("/form/human_input/{token}", FormRoutes::submit));
    }

    private static OpenForm form(Call call) {
        return call.state()
                .forms()
                .find(call.path().getOrDefault("token", ""))
                .filter(form -> form.form().reachable())
                .orElseThrow(() ->
                        DifyError.notFound("Form not found.", call.request().path()));
    }

    private static void read(Call call) {
        OpenForm form = form(call);
        form.requireOpen();
        call.answer(200, form.toJson());
    }

    private static void submit(Call call) {
        call.bodyUser();
        ObjectNode body = call.json();
        if (!(body.path("inputs") instanceof ObjectNode inputs)) {
            throw DifyError.missingField("HumanInputFormSubmitPayload", "inputs");
        }
        if (!body.path("action").isTextual()) {
            throw DifyError.missingField("HumanInputFormSubmitPayload", "action");
        }
        form(call).submit(new FormAnswer(Call.text(body, "action"), inputs));
        call.answer(200, Json.object());
    }
}
