/** Lambda's Runtime API (2018-06-01): the connection, the invocations, and the life of a function's process. */
@NullMarked
package dev.rechat.lambda.runtime;

import org.jspecify.annotations.NullMarked;
