package dev.rechat.web.upload;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route that takes a document which no person has typed: its body may have {@link #MAX_BYTES}, and the route reads it with
 * {@link RequestBytes}. More would not pass a function's gateway.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TakesDocument {

    int MAX_BYTES = 5 * 1024 * 1024;
}
