package dev.rechat.local.doctor.report;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes down what is found about one subject, as it is found. */
public final class Sheet {

    private final String subject;
    private final Consumer<Diagnosis> reader;

    /** @param reader is told at once */
    public Sheet(String subject, Consumer<Diagnosis> reader) {
        this.subject = subject;
        this.reader = reader;
    }

    public void ok(String check, String message) {
        reader.accept(new Diagnosis(subject, Level.OK, check, null, message, null));
    }

    public void note(String check, Code code, String message, @Nullable String advice) {
        reader.accept(new Diagnosis(subject, Level.NOTE, check, code, message, advice));
    }

    public void warning(String check, Code code, String message, String advice) {
        reader.accept(new Diagnosis(subject, Level.WARNING, check, code, message, advice));
    }

    public void problem(String check, Code code, String message, String advice) {
        reader.accept(new Diagnosis(subject, Level.PROBLEM, check, code, message, advice));
    }
}
