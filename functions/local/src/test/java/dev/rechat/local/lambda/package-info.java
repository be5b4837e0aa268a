/** The packaged functions as processes of their own behind Lambda's Runtime API: on the JVM, and as native executables. */
@NullMarked
package dev.rechat.local.lambda;

import org.jspecify.annotations.NullMarked;
