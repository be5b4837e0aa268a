package dev.rechat.web.upload;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route whose body may be as large as {@link UploadLimit} allows; all others keep to the small limit of bodies that
 * people write. The route reads its body with {@link FormData}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TakesFiles {}
