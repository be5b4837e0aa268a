package dev.rechat.testing.gateway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/** A test that reaches into the process of the function, and so cannot run against one in a process of its own. */
@Tag("in-process")
@DisabledIfEnvironmentVariable(
        named = TestedFunction.VARIABLE,
        matches = ".+",
        disabledReason = "it reaches into the process of the function")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface InProcess {

    /** What it reaches for. */
    String value();
}
