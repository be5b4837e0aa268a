@NullMarked
package dev.rechat.lambda.signal;

import org.jspecify.annotations.NullMarked;
