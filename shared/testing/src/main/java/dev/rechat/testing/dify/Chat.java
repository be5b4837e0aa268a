package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What remains of an answer: the conversation it belongs to and the message it becomes. */
final class Chat {

    private static final int NAME_LENGTH = 20;

    private final AppState state;
    private final GenerationRequest request;
    private final Optional<Conversation> existing;
    private final List<UploadedFile> files;
    private final String conversationId;

    Chat(AppState state, GenerationRequest request, Optional<Conversation> existing, List<UploadedFile> files) {
        this.state = state;
        this.request = request;
        this.existing = existing;
        this.files = files;
        this.conversationId = request.app().mode().converses()
                ? existing.map(Conversation::id)
                        .orElseGet(() -> UUID.randomUUID().toString())
                : "";
    }

    String conversationId() {
        return conversationId;
    }

    void begin(Run run) {
        if (request.app().mode() == AppMode.WORKFLOW) {
            return;
        }
        if (request.app().mode().converses()) {
            if (existing.isPresent()) {
                state.conversations().change(conversationId, Conversation::touched);
            } else {
                state.conversations().put(conversationId, newConversation(run.startedAt()));
            }
        }
        files.forEach(file -> state.files().change(file.id(), UploadedFile::attach));
        state.messages()
                .put(
                        run.messageId(),
                        new Message(
                                run.messageId(),
                                conversationId,
                                request.user(),
                                Inputs.declared(request.app(), request.inputs()),
                                request.query(),
                                "",
                                run.startedAt(),
                                files,
                                Json.array(),
                                Json.array(),
                                Optional.empty(),
                                Optional.empty(),
                                Json.array(),
                                false));
    }

    private Conversation newConversation(Instant now) {
        return new Conversation(
                conversationId,
                request.user(),
                shortened(request.query()),
                Inputs.declared(request.app(), request.inputs()),
                request.app().openingStatement(),
                now,
                now);
    }

    /** Stores the answer. What only the stream's reader would have stored is lost when that reader has gone. */
    void end(Run run, Outcome outcome) {
        boolean lost = outcome instanceof Outcome.Abandoned && !run.inWorker();
        Optional<String> error = switch (outcome) {
            case Outcome.Failed failed -> Optional.of(failed.message());
            case Outcome.Broken broken -> Optional.of(broken.message());
            case Outcome.Succeeded succeeded -> Optional.empty();
            case Outcome.Paused paused -> Optional.empty();
            case Outcome.Stopped stopped -> Optional.empty();
            case Outcome.Abandoned abandoned -> Optional.empty();
        };
        state.messages()
                .change(
                        run.messageId(),
                        message -> message.answered(
                                lost ? "" : run.answer().toString(), run.thoughts(), run.citations(), error));
        if (outcome instanceof Outcome.Paused paused) {
            tellForm(run, paused.form(), Optional.empty());
        }
        if (request.autoGenerateName() && existing.isEmpty()) {
            state.conversations().change(conversationId, conversation -> conversation.renamed(title(request.query())));
        }
    }

    /** A form has been answered, or not in time. */
    void resume(Run run, OpenForm form, FormAnswer answer) {
        tellForm(run, form, Optional.of(answer));
    }

    /** The last form told gives way to what came of it. */
    private void tellForm(Run run, OpenForm form, Optional<FormAnswer> answer) {
        boolean submitted = answer.filter(given -> !given.timedOut()).isPresent();
        ObjectNode told =
                Json.object().put("workflow_run_id", run.workflowRunId()).put("submitted", submitted);
        told.set("form_definition", submitted ? null : form.toJson());
        told.set("form_submission_data", submitted ? submission(form, answer.orElseThrow()) : null);
        told.put("type", "human_input");
        state.messages().change(run.messageId(), message -> {
            ArrayNode forms = message.forms().deepCopy();
            if (answer.isPresent()) {
                forms.remove(forms.size() - 1);
            }
            return message.waiting(forms.add(told), answer.isEmpty());
        });
    }

    private static ObjectNode submission(OpenForm form, FormAnswer answer) {
        return Json.object()
                .put("rendered_content", form.form().rendered(answer))
                .put("action_id", answer.action())
                .put("action_text", form.form().titleOf(answer.action()));
    }

    private static String shortened(String query) {
        int length = query.codePointCount(0, query.length());
        return length <= NAME_LENGTH ? query : query.substring(0, query.offsetByCodePoints(0, NAME_LENGTH)) + "…";
    }

    /** What a model would call a conversation that starts like this. */
    static String title(String query) {
        String line = query.strip().replaceAll("\\s+", " ").replaceAll("[?？!！.。]+$", "");
        int length = Math.min(40, line.codePointCount(0, line.length()));
        return line.substring(0, line.offsetByCodePoints(0, length)).strip();
    }
}
