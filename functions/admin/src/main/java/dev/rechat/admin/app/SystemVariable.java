package dev.rechat.admin.app;

import dev.rechat.dify.DifyApp;
import dev.rechat.dify.payload.InputControl;
import dev.rechat.kernel.error.ValidationException;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The input of an app that instructions of programs go to. */
@Singleton
final class SystemVariable {

    private static final Logger LOG = LoggerFactory.getLogger(SystemVariable.class);
    private static final Set<String> TEXT_CONTROLS = Set.of("text-input", "paragraph");

    private final DifyProbe dify;

    SystemVariable(DifyProbe dify) {
        this.dify = dify;
    }

    /** Null for none. */
    static @Nullable String of(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    /**
     * Compares it with the app's form. A Dify that does not tell is no reason to refuse: a question whose app has no such input
     * is asked with the instructions before it.
     *
     * @throws ValidationException when the form has no text of that name
     */
    void check(DifyApp app, @Nullable String given) {
        String variable = of(given);
        if (variable == null) {
            return;
        }
        try {
            if (dify.parameters(app, dify.patience()).userInputForm().stream()
                    .noneMatch(control -> isText(control, variable))) {
                throw new ValidationException(
                        "system_variable", "rejected", "the app's input form has no text of that name");
            }
        } catch (ProbeFailedException away) {
            LOG.debug("an input of an app is not checked: {}", away.getMessage());
        }
    }

    private static boolean isText(InputControl control, String variable) {
        return variable.equals(control.variable())
                && control.control() != null
                && TEXT_CONTROLS.contains(control.control());
    }
}
