/** What tests rely on when they take these stand-ins for Lambda. */
@NullMarked
package dev.rechat.testing.lambda;

import org.jspecify.annotations.NullMarked;
