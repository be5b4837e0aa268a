package dev.rechat.chat.input;

import dev.rechat.chat.file.FileLookup;
import dev.rechat.dify.payload.InputControl;
import dev.rechat.kernel.error.FieldError;
import java.util.List;

/** One field while it is checked. */
record Field(String name, InputControl control, FileLookup files, List<FieldError> problems) {

    boolean required() {
        return Boolean.TRUE.equals(control.required());
    }

    void problem(String code, String message) {
        problems.add(new FieldError(name, code, message));
    }
}
