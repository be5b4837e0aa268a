package dev.rechat.chat.turn;

import dev.rechat.chat.app.AppParameters;
import dev.rechat.chat.file.MessageFiles;
import dev.rechat.chat.input.InputForms;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyInputFile;
import dev.rechat.dify.DifyMode;
import dev.rechat.dify.DifyParameters;
import dev.rechat.dify.DifyRequest;
import dev.rechat.dify.payload.InputControl;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks inputs and files against what the app takes, before anything is stored. A Dify that cannot be asked keeps nobody
 * from leaving a question.
 */
@Singleton
final class Preparation {

    private static final Set<String> TEXT_CONTROLS = Set.of("text-input", "paragraph");

    private final AppParameters parameters;
    private final MessageFiles files;

    Preparation(AppParameters parameters, MessageFiles files) {
        this.parameters = parameters;
        this.files = files;
    }

    /** @throws dev.rechat.kernel.error.ValidationException with every problem */
    Prepared of(UserId user, App app, StartTurn start) {
        DifyParameters known;
        try {
            known = parameters.of(app);
        } catch (DifyException away) {
            return Prepared.unasked(away);
        }
        List<DifyInputFile> resolved = files.resolve(user, app.id(), known.fileUpload(), start.filesOrNone());
        JsonNode given = start.inputs();
        boolean filledIn = given != null && !given.isNull() && !(given.isObject() && given.size() == 0);
        var lookup = files.lookup(user, app.id());
        if (filledIn) {
            JsonNode checked = InputForms.check(known.userInputForm(), given, lookup);
            return new Prepared(checked, true, null, resolved, null);
        }
        Optional<String> variable = questionVariable(app, known);
        if (variable.isPresent()) {
            String question = start.message() == null ? "?" : start.message();
            JsonNode asked = Prepared.with(DifyRequest.noInputs(), variable.get(), question);
            JsonNode checked = InputForms.check(known.userInputForm(), asked, lookup);
            return new Prepared(checked, false, variable.get(), resolved, null);
        }
        JsonNode checked = start.conversationId() != null
                ? null
                : InputForms.check(known.userInputForm(), DifyRequest.noInputs(), lookup);
        return new Prepared(checked, false, null, resolved, null);
    }

    /** Workflows and completions have inputs and no question: what a person typed fills the first text of the form. */
    private static Optional<String> questionVariable(App app, DifyParameters known) {
        return switch (DifyMode.of(app.mode())) {
            case WORKFLOW, COMPLETION ->
                known.userInputForm().stream()
                        .filter(Preparation::isText)
                        .flatMap(control -> Stream.ofNullable(control.variable()))
                        .findFirst();
            case CHAT, AGENT_CHAT, ADVANCED_CHAT, AGENT, UNKNOWN -> Optional.empty();
        };
    }

    private static boolean isText(InputControl control) {
        return control.control() != null && TEXT_CONTROLS.contains(control.control());
    }
}
