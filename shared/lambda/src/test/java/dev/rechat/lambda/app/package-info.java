/** A small application that the tests run as a function in a process of its own. */
@NullMarked
package dev.rechat.lambda.app;

import org.jspecify.annotations.NullMarked;
