/** A plain HTTP client for tests of the API, which sees exactly what any caller sees. */
@NullMarked
package dev.rechat.testing.api;

import org.jspecify.annotations.NullMarked;
