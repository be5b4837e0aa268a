package dev.rechat.dify;

import dev.rechat.dify.payload.DifyForm;
import dev.rechat.dify.payload.DifyRunDetail;
import dev.rechat.dify.payload.DifyRunLogPage;
import io.micronaut.json.tree.JsonNode;
import org.jspecify.annotations.Nullable;

/** Turns the bodies about runs and forms into their records. */
final class DifyRunReader {

    private final Json json;

    DifyRunReader(Json json) {
        this.json = json;
    }

    DifyRunDetail detail(byte[] body) {
        DifyRunDetail detail = json.bind(json.parse(body), DifyRunDetail.class);
        return detail.withInputs(inputs(detail.inputs()));
    }

    DifyRunLogPage logs(byte[] body) {
        return json.bind(json.parse(body), DifyRunLogPage.class);
    }

    DifyForm form(byte[] body) {
        return json.bind(json.parse(body), DifyForm.class);
    }

    // Here, unlike in events, the inputs come as text that holds JSON.
    private JsonNode inputs(@Nullable JsonNode sent) {
        if (sent == null || sent.isString() && sent.getStringValue().isBlank()) {
            return DifyRequest.noInputs();
        }
        return sent.isString() ? json.parse(sent.getStringValue()) : sent;
    }
}
