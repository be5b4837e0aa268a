package dev.rechat.chat.runlog;

import dev.rechat.dify.payload.HumanInputForm;
import dev.rechat.dify.payload.WorkflowPause;
import dev.rechat.runlog.pause.PauseReason;
import dev.rechat.runlog.pause.PauseReasonType;
import io.micronaut.json.tree.JsonNode;
import java.util.List;

/** Why a run waits, as its pause tells it; where that does not, by the forms that were opened. */
final class PauseReasons {

    private PauseReasons() {}

    static List<PauseReason> of(WorkflowPause pause, List<HumanInputForm> forms) {
        List<PauseReason> told = pause.reasons().stream()
                .filter(JsonNode::isObject)
                .map(PauseReasons::told)
                .toList();
        return told.isEmpty() ? forms.stream().map(PauseReasons::form).toList() : told;
    }

    private static PauseReason told(JsonNode reason) {
        PauseReasonType type = PauseReasonType.SCHEDULED_PAUSE.wire().equals(text(reason, "TYPE"))
                ? PauseReasonType.SCHEDULED_PAUSE
                : PauseReasonType.HUMAN_INPUT_REQUIRED;
        String form = text(reason, "form_id");
        return new PauseReason(type, form.length() <= 36 ? form : "", text(reason, "message"), text(reason, "node_id"));
    }

    private static PauseReason form(HumanInputForm form) {
        String id = form.formId() == null ? "" : form.formId();
        return new PauseReason(
                PauseReasonType.HUMAN_INPUT_REQUIRED, id.length() <= 36 ? id : "", "", Content.name(form.nodeId()));
    }

    private static String text(JsonNode reason, String key) {
        JsonNode value = reason.get(key);
        return value != null && value.isString() ? Content.name(value.getStringValue()) : "";
    }
}
