package dev.rechat.chat.turn;

import dev.rechat.chat.app.AppParameters;
import dev.rechat.chat.file.Enclosed;
import dev.rechat.chat.file.Enclosures;
import dev.rechat.chat.file.FileLookup;
import dev.rechat.chat.file.MessageFiles;
import dev.rechat.chat.input.InputForms;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyInputFile;
import dev.rechat.dify.DifyMode;
import dev.rechat.dify.DifyParameters;
import dev.rechat.dify.DifyRequest;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.database.Deadlocks;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks inputs and files against what the app takes, before anything is stored. A Dify that cannot be asked keeps nobody
 * from leaving a question.
 */
@Singleton
final class Preparation {

    private final AppParameters parameters;
    private final MessageFiles files;
    private final Enclosures enclosures;
    private final TurnForesight foresight;

    Preparation(AppParameters parameters, MessageFiles files, Enclosures enclosures, TurnForesight foresight) {
        this.parameters = parameters;
        this.files = files;
        this.enclosures = enclosures;
        this.foresight = foresight;
    }

    /**
     * Files that come within the question are sent, last of all.
     *
     * @throws dev.rechat.kernel.error.AppException when something is wrong, or the question could not be asked anyway
     */
    Prepared of(UserId user, App app, StartTurn start, Telling telling) {
        DifyParameters known;
        try {
            known = parameters.of(app);
        } catch (DifyException away) {
            if (!telling.enclosures().isEmpty()) {
                throw away; // they are kept by Dify or by nobody
            }
            return Prepared.unasked(away);
        }
        List<DifyInputFile> resolved = files.resolve(user, app.id(), known.fileUpload(), start.filesOrNone());
        SystemInput system =
                SystemInput.of(app, known.userInputForm(), telling.system()).orElse(null);
        Prepared prepared = inputs(user, app, start, known, system);
        Enclosed enclosed = enclosures.enclose(user, app, known, telling.enclosures(), () -> foresee(user, app, start));
        return prepared.with(resolved, enclosed);
    }

    private void foresee(UserId user, App app, StartTurn start) {
        Deadlocks.retry(() -> {
            foresight.check(user, app.id(), start.conversationId());
            return true;
        });
    }

    private Prepared inputs(UserId user, App app, StartTurn start, DifyParameters known, @Nullable SystemInput system) {
        FileLookup lookup = files.lookup(user, app.id());
        UnaryOperator<JsonNode> checked =
                inputs -> InputForms.check(known.userInputForm(), system == null ? inputs : system.in(inputs), lookup);
        JsonNode given = start.inputs();
        if (given != null && !given.isNull() && !(given.isObject() && given.size() == 0)) {
            return Prepared.of(checked.apply(given), true, null, system);
        }
        String variable = questionVariable(app, known).orElse(null);
        if (variable != null) {
            String question = start.message() == null ? "?" : start.message();
            JsonNode asked = Prepared.with(DifyRequest.noInputs(), variable, question);
            return Prepared.of(checked.apply(asked), false, variable, system);
        }
        boolean begins = start.conversationId() == null;
        return Prepared.of(begins ? checked.apply(DifyRequest.noInputs()) : null, false, null, system);
    }

    /** Workflows and completions have inputs and no question: what a person typed fills the first text of the form. */
    private static Optional<String> questionVariable(App app, DifyParameters known) {
        return switch (DifyMode.of(app.mode())) {
            case WORKFLOW, COMPLETION ->
                known.userInputForm().stream()
                        .filter(SystemInput::isText)
                        .flatMap(control -> Stream.ofNullable(control.variable()))
                        .filter(variable -> !variable.equals(app.systemVariable()))
                        .findFirst();
            case CHAT, AGENT_CHAT, ADVANCED_CHAT, AGENT, UNKNOWN -> Optional.empty();
        };
    }
}
