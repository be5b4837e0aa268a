/** Lambda and API Gateway for tests: the Runtime API, proxy events, and a function as a process of its own. */
@NullMarked
package dev.rechat.testing.lambda;

import org.jspecify.annotations.NullMarked;
