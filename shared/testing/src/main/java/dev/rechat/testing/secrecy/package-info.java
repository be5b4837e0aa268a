/** Looks through the logs of a test run for what must never be in a log. */
@NullMarked
package dev.rechat.testing.secrecy;

import org.jspecify.annotations.NullMarked;
