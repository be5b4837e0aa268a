/** Contract tests: the entry points as processes of their own against the Runtime API. */
@NullMarked
package dev.rechat.lambda;

import org.jspecify.annotations.NullMarked;
